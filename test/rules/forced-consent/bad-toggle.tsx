import { CheckBox } from '@hotel/ui';
import { useState } from 'react';

export function WelcomeForm({ send }: { send: () => void }) {
  const [agreed, setAgreed] = useState(false);
  return (
    <div>
      <input type="email" placeholder="Your e-mail" />
      <div>
        <CheckBox onClick={() => setAgreed(!agreed)} />
        <label>I agree to receive the newsletter</label>
      </div>
      <button disabled={!agreed} onClick={send}>
        Continue
      </button>
    </div>
  );
}
