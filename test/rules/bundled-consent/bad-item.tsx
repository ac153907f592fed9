import { Button, Checkbox, Form, Input } from 'antd';
export const Signup = () => {
  const [form] = Form.useForm();
  return (
    <Form form={form} onFinish={(v) => post(v)} initialValues={{ agreement: false }}>
      <Form.Item name="email" label="E-mail"><Input /></Form.Item>
      <Form.Item name="agreement" valuePropName="checked" rules={[{ required: true }]}>
        <Checkbox>
          I accept the <a href="/terms">terms</a> and want to receive the newsletter
        </Checkbox>
      </Form.Item>
      <Button htmlType="submit">Register</Button>
    </Form>
  );
};
