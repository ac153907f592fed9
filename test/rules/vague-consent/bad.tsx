export function SignUp() {
  return (
    <form>
      <input type="email" name="email" />
      <label htmlFor="nl">Yes</label> <input id="nl" type="checkbox" name="newsletter" />
      <button>Save</button>
    </form>
  );
}
