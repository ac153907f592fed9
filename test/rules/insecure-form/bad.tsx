export const Brochure = () => (
  <form action="http://forms.linden-inn.eu/brochure" method="post">
    <input type="email" name="email" />
    <button>Send</button>
  </form>
);
