import { useState } from 'react';
import { z } from 'zod';

const schema = z.object({ email: z.string(), terms: z.literal(true), newsletter: z.boolean().default(false) });

export function SignupPage() {
  const [terms, setTerms] = useState(false);
  const [newsletter, setNewsletter] = useState(false);
  return (
    <form onSubmit={() => schema.parse({ terms, newsletter })}>
      <h2>Create an account</h2>
      <label>
        <input type="checkbox" name="terms" checked={terms} onChange={(e) => setTerms(e.target.checked)} /> I accept the terms of use
      </label>
      <label>
        <input type="checkbox" name="newsletter" checked={newsletter} onChange={(e) => setNewsletter(e.target.checked)} /> Send me the newsletter
      </label>
      <button disabled={!terms}>Sign up</button>
    </form>
  );
}
