export const Join = () => (
  <form method="post" action="/join">
    <input name="company" placeholder="Name der Firma" />
    <input name="race" placeholder="Which race do you run?" />
  </form>
);
