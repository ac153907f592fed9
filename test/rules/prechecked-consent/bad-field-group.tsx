import { Checkbox, Form, Radio } from 'antd';

export const Preferences = () => (
  <Form initialValues={{ offers: 'yes', topics: ['newsletter'], size: 'm' }}>
    <Form.Item name="offers" label="May we send you our offers?">
      <Radio.Group>
        <Radio value="yes">Yes</Radio>
        <Radio value="no">No</Radio>
      </Radio.Group>
    </Form.Item>
    <Form.Item name="topics">
      <Checkbox.Group>
        <Checkbox value="newsletter">Send me the newsletter</Checkbox>
        <Checkbox value="partners">Send me offers from partners</Checkbox>
      </Checkbox.Group>
    </Form.Item>
    <Form.Item name="size" label="Size">
      <Radio.Group>
        <Radio value="s">Small</Radio>
        <Radio value="m">Medium</Radio>
      </Radio.Group>
    </Form.Item>
  </Form>
);
