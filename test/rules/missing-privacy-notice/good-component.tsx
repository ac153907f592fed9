import { PrivacyNote } from './PrivacyNote';

export function Newsletter() {
  return (
    <form method="post" action="/newsletter">
      <h2>Subscribe to our newsletter</h2>
      <input type="email" name="email" aria-label="E-mail" />
      <PrivacyNote />
      <button type="submit">Subscribe</button>
    </form>
  );
}
