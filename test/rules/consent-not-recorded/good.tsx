import { Checkbox } from '@mui/material';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';

export function SignupPage(props: object) {
  const [terms, setTerms] = useState(false);
  const news = useRef<HTMLInputElement>(null);
  const { register, handleSubmit } = useForm();
  return (
    <form onSubmit={handleSubmit(() => document.querySelector('#partners'))}>
      <label>
        <input type="checkbox" checked={terms} onChange={(e) => setTerms(e.target.checked)} /> I accept the terms of use
      </label>
      <label>
        <input type="checkbox" ref={news} /> Send me the newsletter
      </label>
      <label>
        <input type="checkbox" {...register('offers')} /> I would like to receive your offers by e-mail
      </label>
      <label>
        <input type="checkbox" {...props} /> I would like to receive your offers by e-mail
      </label>
      <label>
        <input type="checkbox" id="partners" /> I agree to receive offers from your partners
      </label>
      <Checkbox /> I agree to receive marketing e-mails
      <button>Sign up</button>
    </form>
  );
}
