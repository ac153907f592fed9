export function Register() {
  return (
    <form action="/register" method="post">
      <h2>Create an account</h2>
      <input type="email" name="email" />
      <label>
        <input type="checkbox" /> I would like to receive your offers by e-mail
      </label>
      <button type="submit">Register</button>
    </form>
  );
}
