export function SignUp({ onSubmit }: { onSubmit: () => void }) {
  return (
    <section>
      <h1>Create your account</h1>
      <form onSubmit={onSubmit} method="post">
        <label>
          First name <input name="firstName" autoComplete="given-name" />
        </label>
        <label>
          E-mail <input type="email" name="email" />
        </label>
        <label>
          Password <input type="password" name="password" />
        </label>
        <button type="submit">Create account</button>
      </form>
    </section>
  );
}
