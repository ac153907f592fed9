import { Topics } from './Topics';

export const SignUp = () => (
  <form action="/newsletter" method="post">
    <input type="email" name="email" />
    <Topics />
    <button>Subscribe</button>
  </form>
);
