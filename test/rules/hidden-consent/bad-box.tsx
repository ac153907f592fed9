export const Contact = () => (
  <form action="/contact" method="post">
    <h2>Contact us</h2>
    <textarea name="message" />
    <label style={{ display: 'none' }}>
      <input type="checkbox" name="marketing" defaultChecked /> I would like to receive your offers
    </label>
    <button type="submit">Send</button>
  </form>
);
