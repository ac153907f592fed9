import { type Box, given, type Shape } from './types.js';

const component = (imports: string, state: string, form: string) =>
  `${imports}\n\nexport function SignUp() {\n${state}  return (\n${form}\n  );\n}\n`;

const native =
  (state: (box: Box) => string, imports: string): Shape['page'] =>
  (inner, button, box) =>
    component(
      imports,
      box ? state(box) : '',
      `    <form action="/register" method="post">\n      <input type="email" name="email" autoComplete="email" />\n      ${inner}\n      <button>${button}</button>\n    </form>`,
    );

const plain = native(() => '', "import React from 'react';");
const held = native(
  ({ on }) => `  const [optIn, setOptIn] = useState(${on});\n`,
  "import { useState } from 'react';",
);
const hidden = (name: string) => `<input type="hidden" name="${name}" value="1" />`;

const hooked =
  (imports: string): Shape['page'] =>
  (inner, button, box) =>
    component(
      `import { Controller, useForm } from 'react-hook-form';\n${imports}`,
      `  const { register, control, handleSubmit } = useForm({ defaultValues: { email: ''${box ? `, ${box.name}: ${box.on}` : ''} } });\n`,
      `    <form onSubmit={handleSubmit(save)}>\n      <input type="email" {...register('email')} />\n      ${inner}\n      <button>${button}</button>\n    </form>`,
    );

export const jsxShapes: readonly Shape[] = [
  {
    id: 'jsx, defaultChecked',
    end: 'jsx',
    page: plain,
    box: ({ name, words, on, required }) =>
      `<label>\n        <input type="checkbox" name="${name}"${given(on, ' defaultChecked')}${given(required, ' required')} /> ${words}\n      </label>`,
    hidden,
  },
  {
    id: 'tsx, state',
    end: 'tsx',
    page: held,
    box: ({ name, words, required }) =>
      `<input id="${name}" type="checkbox" name="${name}" checked={optIn} onChange={(e) => setOptIn(e.target.checked)}${given(required, ' required')} />\n      <label htmlFor="${name}">${words}</label>`,
    hidden,
  },
  {
    id: 'react-hook-form, register',
    end: 'tsx',
    page: hooked(''),
    box: ({ name, words, required }) =>
      `<label>\n        <input type="checkbox" {...register('${name}'${given(required, ', { required: true }')})} /> ${words}\n      </label>`,
    hidden: (name) => `<input type="hidden" value="1" {...register('${name}')} />`,
  },
  {
    id: 'react-hook-form, Controller',
    end: 'tsx',
    page: hooked("import { Checkbox, FormControlLabel } from '@mui/material';"),
    box: ({ name, words, required }) =>
      `<Controller\n        name="${name}"\n        control={control}${given(required, '\n        rules={{ required: true }}')}\n        render={({ field }) => <FormControlLabel control={<Checkbox {...field} checked={field.value} />} label="${words}" />}\n      />`,
  },
  {
    id: 'formik',
    end: 'jsx',
    page: (inner, button, box) =>
      component(
        "import { Field, Form, Formik } from 'formik';",
        '',
        `    <Formik initialValues={{ email: ''${box ? `, ${box.name}: ${box.on}` : ''} }} onSubmit={save}>\n      <Form>\n        <Field type="email" name="email" />\n        ${inner}\n        <button type="submit">${button}</button>\n      </Form>\n    </Formik>`,
      ),
    box: ({ name, words, required }) =>
      `<label>\n          <Field type="checkbox" name="${name}"${given(required, ' required')} /> ${words}\n        </label>`,
    hidden: (name) => `<Field type="hidden" name="${name}" value="1" />`,
  },
  {
    id: 'mui',
    end: 'tsx',
    page: native(() => '', "import { Checkbox, FormControlLabel } from '@mui/material';"),
    box: ({ name, words, on, required }) =>
      `<FormControlLabel${given(required, ' required')} control={<Checkbox name="${name}"${given(on, ' defaultChecked')} />} label="${words}" />`,
  },
  {
    id: 'mui, label of markup',
    end: 'tsx',
    page: native(() => '', "import { Checkbox, FormControlLabel, Typography } from '@mui/material';"),
    box: ({ name, words, on, required }) =>
      `<FormControlLabel\n        control={<Checkbox name="${name}"${given(on, ' defaultChecked')}${given(required, ' required')} />}\n        label={<Typography variant="body2">${words}</Typography>}\n      />`,
  },
  {
    id: 'chakra',
    end: 'tsx',
    page: native(() => '', "import { Checkbox } from '@chakra-ui/react';"),
    box: ({ name, words, on, required }) =>
      `<Checkbox name="${name}"${given(on, ' defaultChecked')}${given(required, ' isRequired')}>${words}</Checkbox>`,
  },
  {
    id: 'chakra 3',
    end: 'tsx',
    page: native(() => '', "import { Checkbox } from '@chakra-ui/react';"),
    box: ({ name, words, on, required }) =>
      `<Checkbox.Root name="${name}"${given(on, ' defaultChecked')}${given(required, ' required')}>\n        <Checkbox.HiddenInput />\n        <Checkbox.Control />\n        <Checkbox.Label>${words}</Checkbox.Label>\n      </Checkbox.Root>`,
  },
  {
    id: 'mantine',
    end: 'tsx',
    page: native(() => '', "import { Checkbox } from '@mantine/core';"),
    box: ({ name, words, on, required }) =>
      `<Checkbox name="${name}" label="${words}"${given(on, ' defaultChecked')}${given(required, ' required')} />`,
  },
  {
    id: 'mantine, useForm',
    end: 'tsx',
    page: (inner, button, box) =>
      component(
        "import { Checkbox, TextInput } from '@mantine/core';\nimport { useForm } from '@mantine/form';",
        `  const form = useForm({ initialValues: { email: ''${box ? `, ${box.name}: ${box.on}` : ''} } });\n`,
        `    <form onSubmit={form.onSubmit(save)}>\n      <TextInput label="E-mail" {...form.getInputProps('email')} />\n      ${inner}\n      <button type="submit">${button}</button>\n    </form>`,
      ),
    box: ({ name, words, required }) =>
      `<Checkbox label="${words}"${given(required, ' required')} {...form.getInputProps('${name}', { type: 'checkbox' })} />`,
  },
  {
    id: 'antd',
    end: 'tsx',
    page: (inner, button) =>
      component(
        "import { Button, Checkbox, Form, Input } from 'antd';",
        '',
        `    <Form onFinish={save}>\n      <Form.Item name="email" label="E-mail"><Input type="email" /></Form.Item>\n      ${inner}\n      <Button htmlType="submit">${button}</Button>\n    </Form>`,
      ),
    box: ({ name, words, on, required }) =>
      `<Form.Item name="${name}" valuePropName="checked"${given(on, ' initialValue={true}')}${given(required, ' rules={[{ required: true }]}')}>\n        <Checkbox>${words}</Checkbox>\n      </Form.Item>`,
  },
  {
    id: 'shadcn, switch',
    end: 'tsx',
    page: native(
      () => '',
      "import { Label } from '@/components/ui/label';\nimport { Switch } from '@/components/ui/switch';",
    ),
    box: ({ name, words, on, required }) =>
      `<div className="flex items-center gap-2">\n        <Switch id="${name}" name="${name}"${given(on, ' defaultChecked')}${given(required, ' required')} />\n        <Label htmlFor="${name}">${words}</Label>\n      </div>`,
  },
  {
    id: 'radix, checkbox',
    end: 'tsx',
    page: native(
      ({ on }) => `  const [optIn, setOptIn] = useState(${on});\n`,
      "import { useState } from 'react';\nimport * as Checkbox from '@radix-ui/react-checkbox';",
    ),
    box: ({ name, words, required }) =>
      `<div>\n        <Checkbox.Root id="${name}" name="${name}" checked={optIn} onCheckedChange={setOptIn}${given(required, ' required')}>\n          <Checkbox.Indicator />\n        </Checkbox.Root>\n        <label htmlFor="${name}">${words}</label>\n      </div>`,
  },
];
