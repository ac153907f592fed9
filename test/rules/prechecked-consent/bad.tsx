import { useState } from 'react';
import { Checkbox, FormControlLabel } from '@mui/material';

export function BookingForm({ t }: { t: (key: string) => string }) {
  const [newsletter, setNewsletter] = useState(true);
  const [form, setForm] = useState({ email: '', acceptsMarketing: true });
  return (
    <form method="post" action="/book">
      <label>
        <input type="checkbox" checked={newsletter} onChange={(e) => setNewsletter(e.target.checked)} />
        I would like to receive the newsletter
      </label>
      <FormControlLabel control={<Checkbox defaultChecked />} label="Send me offers from your partners" />
      <input
        type="checkbox"
        id="marketing"
        checked={form.acceptsMarketing}
        onChange={(e) => setForm({ ...form, acceptsMarketing: e.target.checked })}
      />
      <label htmlFor="marketing">{t('checkout.marketing.label')}</label>
    </form>
  );
}
