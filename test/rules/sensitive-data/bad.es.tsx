export const Firma = () => (
  <form method="post" action="/firmar">
    <label>
      DNI/NIE <input type="text" name="doc" />
    </label>
  </form>
);
