<div class="candidatura">
  <label for="nome">Nome</label>
  <input type="text" name="nome">
  <label for="cf">Codice fiscale</label>
  <input type="text" name="cf" placeholder="AAABBB00A00A000A">
  <label for="indirizzo">Indirizzo</label>
  <input type="text" name="indirizzo" value="<?= $indirizzo ?>">
  <button>Invia</button>
</div>
