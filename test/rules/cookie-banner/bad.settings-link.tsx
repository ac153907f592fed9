import Link from 'next/link';

export function Notice({ accept }: { accept: () => void }) {
  return (
    <div className="notice">
      <p>Nous utilisons des cookies pour mesurer l’audience. <Link href="/cookies">En savoir plus</Link></p>
      <button onClick={accept}>Tout accepter</button>
      <Link href="/cookies#parametres">Paramétrer</Link>
    </div>
  );
}
