import { useState } from 'react';

const ENDPOINT = 'https://api.web3forms.com/submit';

export function Contact() {
  const [email, setEmail] = useState('');
  async function send(event: React.FormEvent) {
    event.preventDefault();
    await fetch(ENDPOINT, { method: 'POST', body: JSON.stringify({ access_key: 'k', email }) });
  }
  return (
    <form onSubmit={send}>
      <input type="email" name="email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <button>Send</button>
    </form>
  );
}
