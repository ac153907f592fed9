export function Agreement({ open }: { open: boolean }) {
  return (
    <label>
      <input type="checkbox" name="agreement" /> I accept the terms of sale and agree to receive the newsletter
    </label>
  );
}

export const Short = () => <label><input type="checkbox" name="short" /> I accept the terms of sale and agree to receive the newsletter</label>;

export function Choice({ open }: { open: boolean }) {
  return (
    <form method="post" action="/join">
      {open ? (
        <label>
          <input type="checkbox" name="choice" /> J’accepte les conditions générales de vente et de recevoir la newsletter
        </label>
      ) : null}
      <button type="submit">Join</button>
    </form>
  );
}

export function Fragment() {
  return (
    <>
      <label>
        <input type="checkbox" name="inside" /> I accept the terms of sale and agree to receive the newsletter
      </label>
    </>
  );
}

export const Rows = ({ rows }: { rows: readonly string[] }) =>
  rows.map((row) => (
    <label key={row}>
      <input type="checkbox" name="row" /> I accept the terms of sale and agree to receive the newsletter
    </label>
  ));
