export const Newsletter = () => (
  <form action="https://seu2.cleverreach.com/f/1-2/wcs/" method="post">
    <input type="email" name="email" aria-label="E-Mail-Adresse" />
    <button>Abonnieren</button>
  </form>
);
