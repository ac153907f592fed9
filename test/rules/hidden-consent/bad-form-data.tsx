export function BookingForm({ email }: { email: string }) {
  async function book() {
    const data = new FormData();
    data.append('email', email);
    data.append('newsletter', 'true');
    await fetch('/api/bookings', { method: 'POST', body: data });
  }
  return (
    <form onSubmit={book}>
      <h2>Book a room</h2>
      <input type="date" name="arrival" />
      <button>Book now</button>
    </form>
  );
}
