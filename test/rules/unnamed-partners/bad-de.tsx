export function Teilnahme() {
  return (
    <form>
      <label>
        <input type="checkbox" name="weitergabe" /> Ich willige ein, Angebote Ihrer Partner per E-Mail zu erhalten
      </label>
    </form>
  );
}
