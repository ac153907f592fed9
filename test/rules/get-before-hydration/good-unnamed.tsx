'use client';
export const Join = ({ join, setEmail }) => (
  <form onSubmit={join}>
    <input type="email" onChange={(event) => setEmail(event.target.value)} />
    <button>Join</button>
  </form>
);
