<form action="{{ route('register') }}" method="POST">
    @csrf
    <h2>Registrieren</h2>
    <input type="email" name="email" value="{{ old('email') }}">
    <input type="hidden" name="newsletter_optin" value="1">
    <button type="submit">Konto erstellen</button>
</form>
