export const Profile = () => (
  <form method="post">
    <input type="date" name="birthdate" aria-label="Date of birth" required />
  </form>
);
