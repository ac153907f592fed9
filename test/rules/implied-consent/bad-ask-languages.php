<form action="/inscription" method="post" lang="fr">
  <input name="nom" />
  <p>En créant un compte, vous acceptez de recevoir notre newsletter.</p>
  <button>Créer mon compte</button>
</form>
<form action="/registrierung" method="post" lang="de">
  <input name="name" />
  <p>Mit der Registrierung stimmen Sie zu, unseren Newsletter zu erhalten.</p>
  <button>Registrieren</button>
</form>
<form action="/registrazione" method="post" lang="it">
  <input name="nome" />
  <p>Registrandoti accetti di ricevere le nostre offerte.</p>
  <button>Registrati</button>
</form>
<form action="/registro" method="post" lang="es">
  <input name="nombre" />
  <p>Al registrarte aceptas recibir nuestras ofertas.</p>
  <button>Registrarse</button>
</form>
<form action="/rejestracja" method="post" lang="pl">
  <input name="imie" />
  <p>Rejestrując się, wyrażasz zgodę na otrzymywanie newslettera.</p>
  <button>Zarejestruj się</button>
</form>
<form action="/fiche" method="post" lang="fr">
  <input name="nom" />
  <p>En enregistrant cette fiche, vous acceptez que votre nom et vos coordonnées soient rendus publics.</p>
  <p>En remplissant ce formulaire, j’accepte que l’atelier utilise ces données pour m’envoyer des offres.</p>
  <p>En enregistrant cette fiche, vous certifiez que votre adresse est exacte et acceptez de recevoir nos offres.</p>
  <button>Enregistrer</button>
</form>
