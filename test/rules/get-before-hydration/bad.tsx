'use client';
import { useRouter } from 'next/navigation';

export function Join({ onJoin }: { onJoin: () => void }) {
  const router = useRouter();
  return (
    <>
      <form onSubmit={onJoin}>
        <input type="email" name="email" />
        <input type="password" name="password" />
        <button onClick={() => router.refresh()}>Create account</button>
      </form>
      <form className="news" onSubmit={onJoin}>
        <input type="email" name="email" aria-label="E-mail" />
        <button>Subscribe</button>
      </form>
    </>
  );
}
