import { useState } from 'react';

export function Register() {
  const [email, setEmail] = useState('');
  const save = (event) => {
    event.preventDefault();
    fetch('/api/register', { method: 'POST', body: JSON.stringify({ email }) });
  };
  return (
    <form onSubmit={save}>
      <input type="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <p>By registering you agree to receive our offers.</p>
      <button>Register</button>
    </form>
  );
}
