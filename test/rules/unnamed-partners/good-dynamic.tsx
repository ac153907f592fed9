export const Box = ({ names }: { names: string }) => (
  <label>
    <input type="checkbox" name="partners" /> I agree to receive offers from your partners {names}
  </label>
);
