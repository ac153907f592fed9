export const Join = ({ join }: { join: (data: FormData) => Promise<void> }) => (
  <form onSubmit={(event) => event.preventDefault()}>
    <input type="email" name="email" />
    <button>Join</button>
  </form>
);
