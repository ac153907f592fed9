export const Contact = () => (
  <main>
    <script src="http://scripts.harbour-inn.eu/form.js" />
    <form action="/contact" method="post">
      <input type="email" name="email" aria-label="E-mail" />
      <button>Versturen</button>
    </form>
  </main>
);
