import { useState } from 'react';
import { Form, Switch as AntSwitch } from 'antd';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import { SettingRow } from './SettingRow';

export function Notifications() {
  const [choices, setChoices] = useState({ alerts: true, a: true, b: true, c: true });
  return (
    <section>
      <h2>Notifications</h2>
      <div className="row">
        <div>
          <h3>Security alerts</h3>
          <p>A message whenever someone signs in.</p>
        </div>
        <Switch checked={choices.alerts} onCheckedChange={(alerts) => setChoices({ ...choices, alerts })} />
      </div>
      <div className="row">
        <div>
          <h3>Promotions</h3>
          <p>What is on sale this week, by e-mail.</p>
        </div>
        <Switch checked={choices.a} onCheckedChange={(a) => setChoices({ ...choices, a })} />
      </div>
      <div className="row">
        <Label>Newsletter</Label>
        <p>On the first of the month.</p>
        <Switch checked={choices.b} onCheckedChange={(b) => setChoices({ ...choices, b })} />
      </div>
      <SettingRow title="Share my data with partners">
        <Switch checked={choices.c} onCheckedChange={(c) => setChoices({ ...choices, c })} />
      </SettingRow>
      <Form initialValues={{ d: true }}>
        <Form.Item name="d" label="Marketing e-mails" valuePropName="checked">
          <AntSwitch />
        </Form.Item>
      </Form>
    </section>
  );
}
