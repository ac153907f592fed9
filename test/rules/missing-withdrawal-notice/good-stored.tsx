export const Profile = ({ user }: { user: { newsletter: boolean } }) => (
  <form>
    <label>
      <input type="checkbox" name="newsletter" defaultChecked={user.newsletter} /> I would like to receive the newsletter
    </label>
    <label>
      <input type="checkbox" name="terms" /> I accept the terms of sale
    </label>
  </form>
);
