import { useState } from 'react';

export function BookingForm({ onBook }: { onBook: (newsletter: boolean) => void }) {
  const [newsletter, setNewsletter] = useState(true);
  return (
    <form method="post" onSubmit={() => onBook(newsletter)}>
      <label htmlFor="email">E-mail for the confirmation</label>
      <input type="email" id="email" name="email" required />
      <label>
        <input
          type="checkbox"
          name="newsletter"
          checked={newsletter}
          onChange={(event) => setNewsletter(event.target.checked)}
        />
        Send me the newsletter of the Heron Inn
      </label>
      <p>
        <a href="/privacy">How we use your data</a>. You can withdraw your consent at any time.
      </p>
      <button>Book</button>
    </form>
  );
}
