<form action="{{ route('register') }}" method="POST">
    @csrf
    <input type="email" name="email">
    <input type="checkbox" id="datenschutz"> <label for="datenschutz">Ich habe die Datenschutzerklärung gelesen und stimme zu</label>
    <label><input type="checkbox"> Deseo recibir el boletín por correo electrónico</label>
    <button type="submit">Konto erstellen</button>
</form>
