import { Checkbox, Form, Input } from 'antd';
import { Controller, useForm } from 'react-hook-form';

export const Enquiry = () => (
  <Form onFinish={send}>
    <Form.Item name="name" label="Name">
      <Input />
    </Form.Item>
    <Form.Item
      name="promo"
      valuePropName="checked"
      rules={[{ validator: (_, ticked) => (ticked ? Promise.resolve() : Promise.reject(new Error('Please tick'))) }]}
    >
      <Checkbox>I agree to receive promotional e-mails</Checkbox>
    </Form.Item>
    <Form.Item name="partners" valuePropName="checked" rules={[{ required: true, message: 'Please tick' }]}>
      <Checkbox>Share my data with partners</Checkbox>
    </Form.Item>
    <Form.Item name="news" valuePropName="checked" rules={[{ required: false }]}>
      <Checkbox>Send me the newsletter</Checkbox>
    </Form.Item>
  </Form>
);

export function Booking() {
  const { control, register, handleSubmit } = useForm();
  return (
    <form onSubmit={handleSubmit(send)}>
      <input {...register('name')} />
      <Controller
        name="offers"
        control={control}
        rules={{ required: 'Please tick' }}
        render={({ field }) => <label><input type="checkbox" {...field} /> Je souhaite recevoir vos offres</label>}
      />
      <label><input type="checkbox" {...register('tips', { validate: (v) => v || 'Bitte ankreuzen' })} /> Ich möchte Angebote erhalten</label>
      <label><input type="checkbox" {...register('mail', { validate: (v) => typeof v === 'boolean' })} /> Ich möchte den Newsletter erhalten</label>
    </form>
  );
}
