import { useState } from 'react';

export function Login({ logIn }) {
  const [error, setError] = useState('');
  return (
    <form onSubmit={logIn}>
      <input name="username" autoComplete="username" />
      <input type="password" name="password" onChange={() => setError('')} />
      <button>Log in</button>
      {error}
    </form>
  );
}
