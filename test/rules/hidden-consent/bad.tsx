import axios from 'axios';
import { useState } from 'react';

export function SignupPage() {
  const [form, setForm] = useState({ email: '', password: '' });
  const signUp = async () => {
    const body = { email: form.email, password: form.password, acceptsMarketing: true };
    await axios.post('/api/users', body);
  };
  return (
    <form onSubmit={signUp}>
      <h2>Create an account</h2>
      <input type="email" value={form.email} onChange={(e) => setForm({ ...form, email: e.target.value })} />
      <input type="hidden" name="thirdparty_optin" value="1" />
      <button>Sign up</button>
    </form>
  );
}
