export const Kontakt = () => (
  <form method="post" action="/kontakt">
    <h2>Kontaktformular</h2>
    <label>
      Geburtsdatum <input type="date" name="geb" required />
    </label>
    <label>
      Nachricht <textarea name="text" />
    </label>
    <button>Nachricht senden</button>
  </form>
);
