import { useState } from 'react';

export function SignupPage({ save }: { save: (email: string) => void }) {
  const [email, setEmail] = useState('');
  return (
    <form onSubmit={() => save(email)}>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <label className="consent">
        <input id="emails" type="checkbox" />
        I agree to receive promotional e-mails
      </label>
      <button>Sign up</button>
    </form>
  );
}
