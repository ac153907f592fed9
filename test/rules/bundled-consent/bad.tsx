export function Signup() {
  return (
    <form method="post" action="/signup">
      <div>
        <input type="checkbox" id="agree" name="agree" required />
        <label htmlFor="agree">
          I agree to the terms of service and to receive marketing e-mails
        </label>
      </div>
    </form>
  );
}
