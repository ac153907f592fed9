<form action="{{ route('order') }}" method="POST">
    @csrf
    <h2>Złóż zamówienie</h2>
    <label><input type="checkbox" name="newsletter" required> Chcę otrzymywać newsletter</label>
    <label><input type="checkbox" name="aanbiedingen" required> Ik wil graag aanbiedingen per e-mail ontvangen</label>
    <label><input type="checkbox" name="offerte" required> Desidero ricevere offerte promozionali via e-mail</label>
    <label><input type="checkbox" name="parceiros" required> Aceito receber ofertas dos vossos parceiros</label>
    <button type="submit">Kupuję</button>
</form>
