export function Recovery({ onSubmit }) {
  return (
    <form method="post" onSubmit={onSubmit}>
      <h1>Forgot your password?</h1>
      <label>
        E-mail <input type="email" name="email" />
      </label>
      <button type="submit">Send me a reset link</button>
    </form>
  );
}
