export function Footer() {
  return (
    <footer>
      <div className="stay">
        <input type="email" placeholder="Your e-mail" />
        <button>Subscribe</button>
        <p>By subscribing you agree to receive marketing e-mails from our partners.</p>
      </div>
      <div className="quote">
        <h3>Ask for a quote</h3>
        <input name="name" placeholder="Name" />
        <input type="tel" name="phone" />
        <button>Send</button>
        <p>By sending this request you agree to receive our offers.</p>
      </div>
    </footer>
  );
}
