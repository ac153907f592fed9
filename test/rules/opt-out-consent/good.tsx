export function RightsForm() {
  return (
    <form action="/privacy/rights" method="post">
      <h2>Exercise your privacy rights</h2>
      <label>
        <input type="checkbox" name="object" /> I object to direct marketing
      </label>
      <button>Send my request</button>
    </form>
  );
}
