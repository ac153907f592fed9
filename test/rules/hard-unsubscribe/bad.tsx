export function Leave() {
  return (
    <form action="/newsletter/desinscription" method="post">
      <label htmlFor="motif">Motif de votre désinscription</label>
      <textarea id="motif" name="motif" required />
      <button type="submit">Me désinscrire</button>
    </form>
  );
}
