export function Lettre() {
  return (
    <form action="/lettre" method="post">
      <h2>Inscription à la newsletter</h2>
      <input type="email" name="email" placeholder="Votre adresse" />
      <button type="submit">Je m’abonne</button>
    </form>
  );
}
