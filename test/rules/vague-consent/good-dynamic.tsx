export const Box = ({ text }: { text: string }) => (
  <form>
    <input type="email" name="email" />
    <label>
      <input type="checkbox" name="gdpr" /> I agree {text}
    </label>
  </form>
);
