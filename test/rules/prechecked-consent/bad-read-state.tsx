import { FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, Select, Switch } from '@mui/material';
import { useState } from 'react';

type Answer = 'yes' | 'no';

export function Register({ toggle }: { toggle(topic: string): void }) {
  const [optOut, setOptOut] = useState(false);
  const [form, setForm] = useState({ unsubscribed: false, phone: 'yes' });
  const [news, setNews] = useState('yes');
  const [sms, setSms] = useState<'yes' | 'no'>('yes');
  const [post, setPost] = useState<Answer>('yes');
  const [club, setClub] = useState('no');
  const [topics] = useState(['news', 'offers', 'recipes']);
  return (
    <form method="post">
      <label>
        <input type="checkbox" name="newsletter" checked={!optOut} onChange={(e) => setOptOut(!e.target.checked)} />
        Send me the newsletter
      </label>
      <FormControlLabel
        control={<Switch checked={!form.unsubscribed} name="offers" onChange={() => setForm({ ...form, unsubscribed: true })} />}
        label="Receive special offers by e-mail"
      />
      <fieldset>
        <legend>Would you like to receive our newsletter?</legend>
        <label><input type="radio" name="news" value="yes" checked={news === 'yes'} onChange={() => setNews('yes')} /> Yes</label>
        <label><input type="radio" name="news" value="no" checked={news === 'no'} onChange={() => setNews('no')} /> No</label>
      </fieldset>
      <FormControl>
        <FormLabel id="sms-question">May we send you offers by text message?</FormLabel>
        <RadioGroup name="sms" aria-labelledby="sms-question" value={sms} onChange={(e) => setSms(e.target.value as 'yes')}>
          <FormControlLabel value="yes" control={<Radio />} label="Yes" />
          <FormControlLabel value="no" control={<Radio />} label="No" />
        </RadioGroup>
      </FormControl>
      <label>
        May we send you offers by post?
        <select name="post" value={post} onChange={(e) => setPost(e.target.value as Answer)}>
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      </label>
      <label>
        Would you like to receive offers by phone?
        <Select name="phone" value={form.phone} onChange={(e) => setForm({ ...form, phone: e.target.value })}>
          <MenuItem value="yes">Yes</MenuItem>
          <MenuItem value="no">No</MenuItem>
        </Select>
      </label>
      <label>
        <input type="checkbox" name="club" checked={club !== 'yes'} onChange={() => setClub('yes')} />
        Send me offers of your partners
      </label>
      <label>
        <input type="checkbox" name="topics" value="offers" checked={topics.includes('offers')} onChange={() => toggle('offers')} />
        Send me special offers
      </label>
      <button type="submit">Register</button>
    </form>
  );
}
