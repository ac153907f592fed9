import Link from 'next/link';
import { join } from './actions';

export const Join = () => (
  <form action={join}>
    <input type="email" name="email" />
    <input type="password" name="password" />
    <Link href="/login">Log in</Link>
  </form>
);
