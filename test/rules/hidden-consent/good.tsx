import { useState } from 'react';

export function SignupForm() {
  const [form, setForm] = useState({ email: '', newsletter: false });
  const save = async () => {
    await fetch('/api/users', { method: 'POST', body: JSON.stringify({ email: form.email, newsletter: form.newsletter }) });
    const data = new FormData();
    data.append('email', form.email);
    if (form.newsletter) data.append('newsletter', 'true');
    await fetch('/api/users', { method: 'POST', body: data });
    await fetch('/api/users', { method: 'POST', body: JSON.stringify(form.newsletter ? { email: form.email, newsletter: true } : { email: form.email }) });
    track('signup', { newsletter: true });
  };
  const subscribeToNewsletter = (email: string) =>
    fetch('/api/newsletter', { method: 'POST', body: JSON.stringify({ email, newsletter: true }) });
  const example = { email: 'guest@hotel.example', newsletter: true };
  return (
    <form onSubmit={save}>
      <h2>Create an account</h2>
      <input type="email" value={form.email} onChange={(e) => setForm({ ...form, email: e.target.value })} />
      <label>
        <input type="checkbox" checked={form.newsletter} onChange={(e) => setForm({ ...form, newsletter: e.target.checked })} />
        Send me the newsletter
      </label>
      <button onBlur={() => subscribeToNewsletter(example.email)}>Sign up</button>
    </form>
  );
}
