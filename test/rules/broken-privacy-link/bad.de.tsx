export const Footer = () => (
  <footer>
    <a href="#">Datenschutzerklärung</a>
    <a href="/impressum">Impressum</a>
  </footer>
);
