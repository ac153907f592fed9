import { Checkbox } from '@chakra-ui/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';

const schema = z.object({
  email: z.string().email(),
  partnerOffers: z.literal(true),
});

export function SignupPage() {
  const { register, handleSubmit } = useForm();
  const [consent, setConsent] = useState(false);
  const [email, setEmail] = useState('');
  return (
    <form onSubmit={handleSubmit((values) => schema.parse(values))}>
      <h2>Create an account</h2>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <Checkbox name="newsletter" isRequired>
        I would like to receive the newsletter
      </Checkbox>
      <label>
        <input type="checkbox" {...register('promotions', { required: true })} /> I want to receive promotions by e-mail
      </label>
      <label>
        <input type="checkbox" name="partnerOffers" /> I agree to receive offers from your partners
      </label>
      <label>
        <input type="checkbox" checked={consent} onChange={(e) => setConsent(e.target.checked)} /> I agree to receive marketing e-mails
      </label>
      <button disabled={!consent || !email}>Sign up</button>
    </form>
  );
}
