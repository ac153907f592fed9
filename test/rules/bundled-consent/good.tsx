export function Signup() {
  return (
    <form method="post" action="/signup">
      <label>
        <input type="checkbox" name="agree" required /> I agree to the <a href="/terms">terms of service</a> and the{' '}
        <a href="/privacy">privacy policy</a>
      </label>
      <label>
        <input type="checkbox" name="marketing" /> I would like to receive marketing e-mails
      </label>
    </form>
  );
}
