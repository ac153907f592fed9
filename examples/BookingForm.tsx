import { type ChangeEvent, type FormEvent, useState } from 'react';

interface BookingFormProps {
  /** Called with the reference of the booking once the server has taken it. */
  onBooked: (reference: string) => void;
}

export function BookingForm({ onBooked }: BookingFormProps) {
  const [newsletter, setNewsletter] = useState(true);
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
    <form className="booking" onSubmit={handleSubmit}>
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

      <label className="choice">
        <input
          type="checkbox"
          name="newsletter"
          checked={newsletter}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setNewsletter(event.target.checked)}
        />
        <span>Subscribe me to the monthly newsletter</span>
      </label>
      <div className="choice">
        <input type="checkbox" id="partner-offers" name="partnerOffers" defaultChecked />
        <label htmlFor="partner-offers">I would like to receive offers from the hotel’s partners</label>
      </div>
      <label className="choice">
        <input type="checkbox" name="terms" required />
        <span>
          I accept the <a href="https://hotel-des-tilleuls.example/en/terms">terms and conditions</a> and
          agree to receive marketing e-mails
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
        <a href="https://hotel-des-tilleuls.example/en/privacy">Privacy notice</a>
      </p>
    </form>
  );
}
