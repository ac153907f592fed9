export function Anmeldung() {
  return (
    <form>
      <label>
        <input type="checkbox" name="werbung" /> Ich möchte Ihre Angebote per E-Mail erhalten
      </label>
    </form>
  );
}
