export function CookieBar({ onAccept }: { onAccept: () => void }) {
  return (
    <div className="cookie-bar">
      <p>Utilizamos cookies para mejorar su experiencia.</p>
      <Button onClick={onAccept}>Aceptar</Button>
    </div>
  );
}
