import { useState } from 'react';

export function Settings({ user }: { user: { newsletter: boolean } }) {
  const [open, setOpen] = useState(true);
  const [newsletter, setNewsletter] = useState(false);
  return (
    <form method="post" action="/settings">
      <label>
        <input type="checkbox" name="newsletter" defaultChecked={user.newsletter} /> I would like to receive the newsletter
      </label>
      <label>
        <input type="checkbox" name="offers" checked={newsletter} onChange={(e) => setNewsletter(e.target.checked)} /> Send me offers
      </label>
      <label>
        <input type="checkbox" name="open" checked={open} onChange={(e) => setOpen(e.target.checked)} /> Show details
      </label>
      <label>
        <input type="checkbox" name="remember" defaultChecked /> Remember me
      </label>
    </form>
  );
}
