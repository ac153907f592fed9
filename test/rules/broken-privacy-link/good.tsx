import { Link } from 'next/link';
import { routes } from './routes';

export const Footer = () => (
  <footer>
    <Link href={routes.privacy}>Privacyverklaring</Link>
    <a href="#" onClick={() => open()}>
      Privacy
    </a>
  </footer>
);
