export const Choice = ({ user }) => (
  <form onSubmit={save}>
    {user.offers ? (
      <label><input type="checkbox" name="offers" defaultChecked /> Receive our offers</label>
    ) : (
      <label><input type="checkbox" name="offers" /> Receive our offers</label>
    )}
  </form>
);
