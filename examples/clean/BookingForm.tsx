import { type ChangeEvent, type FormEvent, useState } from 'react';

interface BookingFormProps {
  /** Called with the reference of the booking once the server has taken it. */
  onBooked: (reference: string) => void;
}

export function BookingForm({ onBooked }: BookingFormProps) {
  const [newsletter, setNewsletter] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget));
    setSending(true);
    setProblem(null);
    try {
      const response = await fetch('/api/bookings', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...fields, newsletter }),
      });
      if (!response.ok) throw new Error(`The server answered ${response.status}`);
      const { reference } = (await response.json()) as { reference: string };
      onBooked(reference);
    } catch {
      setProblem('Your booking could not be sent. Please try again in a moment.');
    } finally {
      setSending(false);
    }
  }

  return (
    <form className="booking" action="/api/bookings" method="post" onSubmit={handleSubmit}>
      <fieldset>
        <legend>Your stay</legend>
        <label className="field">
          Arrival <input type="date" name="arrival" required />
        </label>
        <label className="field">
          Departure <input type="date" name="departure" required />
        </label>
        <label className="field">
          Room
          <select name="room" defaultValue="garden">
            <option value="garden">Garden side, from €92</option>
            <option value="canal">Canal side, from €108</option>
            <option value="family">Family room, from €146</option>
          </select>
        </label>
      </fieldset>

      <fieldset>
        <legend>Your details</legend>
        <label className="field">
          Full name <input type="text" name="name" autoComplete="name" required />
        </label>
        <label className="field">
          E-mail <input type="email" name="email" autoComplete="email" required />
        </label>
      </fieldset>

      <fieldset>
        <legend>Keep in touch (optional)</legend>
        <label className="choice">
          <input
            type="checkbox"
            name="newsletter"
            checked={newsletter}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setNewsletter(event.target.checked)}
          />
          <span>Subscribe me to the newsletter</span>
        </label>
        {newsletter && (
          <label className="field">
            How often?
            <select name="newsletterFrequency">
              <option value="monthly">Every month</option>
              <option value="seasonal">Every season</option>
            </select>
          </label>
        )}
        <label className="choice">
          <input type="checkbox" name="marketingEmails" />
          <span>Send me marketing e-mails about last-minute rooms</span>
        </label>
        <div className="choice">
          <input type="checkbox" id="partner-offers" name="partnerOffers" />
          <label htmlFor="partner-offers">
            I would like to receive offers from{' '}
            <a href="https://hotel-des-tilleuls.example/en/partners">the hotel’s two partners</a>
          </label>
        </div>
        <p className="note">You can withdraw your consent at any time, with the link in each message.</p>
      </fieldset>

      <label className="choice">
        <input type="checkbox" name="terms" required />
        <span>
          I accept the <a href="https://hotel-des-tilleuls.example/en/terms">terms and conditions</a>
        </span>
      </label>

      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" disabled={sending}>
        {sending ? 'Sending…' : 'Book'}
      </button>
      <p className="note">
        Hôtel des Tilleuls uses your details to handle your booking and erases them one year after your stay:
        see our <a href="https://hotel-des-tilleuls.example/en/privacy">privacy notice</a>.
      </p>
    </form>
  );
}
