export function Footer({ sending }) {
  return (
    <footer>
      <div className="stay">
        <h3>News from the workshop</h3>
        <div>
          <input type="email" placeholder="Your e-mail" />
          <button>Join</button>
        </div>
        <p>By joining you agree to receive marketing e-mails from us. Leave whenever you like.</p>
      </div>
      <form onSubmit={send}>
        <input name="prenom" placeholder="Prénom" />
        <input type="email" name="email" />
        <button type="submit">{sending ? 'Un instant…' : 'Recevoir la newsletter'}</button>
        <p>En vous inscrivant, vous acceptez de recevoir nos offres par e-mail.</p>
      </form>
    </footer>
  );
}
