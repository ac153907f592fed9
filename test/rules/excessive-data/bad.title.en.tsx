export const Account = () => (
  <form action="/register" method="post">
    <h2>Create an account</h2>
    <label>
      Title
      <select name="title" required>
        <option value="">Choose</option>
        <option>Mr</option>
        <option>Mrs</option>
      </select>
    </label>
    <label>
      E-mail <input type="email" name="email" required />
    </label>
    <button type="submit">Create my account</button>
  </form>
);
