import { useState } from 'react';

export function Register({ saved }: { saved: string[] }) {
  const [optOut, setOptOut] = useState(true);
  const [news, setNews] = useState('no');
  const [sms, setSms] = useState('');
  const [topics] = useState(['status']);
  return (
    <form method="post">
      <label>
        <input type="checkbox" name="newsletter" checked={!optOut} onChange={(e) => setOptOut(!e.target.checked)} />
        Send me the newsletter
      </label>
      <fieldset>
        <legend>Would you like to receive our newsletter?</legend>
        <label><input type="radio" name="news" value="yes" checked={news === 'yes'} onChange={() => setNews('yes')} /> Yes</label>
        <label><input type="radio" name="news" value="no" checked={news !== 'yes'} onChange={() => setNews('no')} /> No</label>
      </fieldset>
      <label>
        May we send you offers by text message?
        <select name="sms" value={sms} onChange={(e) => setSms(e.target.value)}>
          <option value="" />
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      </label>
      <label>
        <input type="checkbox" name="topics" value="offers" checked={topics.includes('offers')} />
        Send me special offers
      </label>
      <label>
        <input type="checkbox" name="topics" value="club" checked={saved.includes('club')} />
        Send me offers of the club
      </label>
      <button type="submit">Register</button>
    </form>
  );
}
