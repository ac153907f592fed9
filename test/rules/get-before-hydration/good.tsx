import { createUser } from './actions';
import { createRoot } from 'react-dom/client';

const App = () => (
  <>
    <form action={createUser}>
      <input type="email" name="email" />
      <input type="password" name="password" />
    </form>
    <form onSubmit={(event) => event.preventDefault()}>
      <input type="password" name="password" />
    </form>
  </>
);
createRoot(document.body).render(<App />);
