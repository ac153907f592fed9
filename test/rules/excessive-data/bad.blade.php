<form action="{{ route('newsletter') }}" method="POST">
  @csrf
  <h2>Abonnez-vous à notre newsletter</h2>
  <label>E-mail <input type="email" name="email" required></label>
  <label>Date de naissance <input type="date" name="naissance" required></label>
  <button>Je m’abonne</button>
</form>
