export function Booking() {
  return (
    <form method="post" action="/booking">
      <label>
        Would you like to receive offers by e-mail?
        <select name="offers">
          <option value="1">Yes, please</option>
          <option value="0">No, thanks</option>
        </select>
      </label>
      <button type="submit">Book</button>
    </form>
  );
}
