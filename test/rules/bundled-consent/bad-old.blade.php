<form method="POST" action="{{ route('register') }}">
  @csrf
  <div class="form-check">
    <input class="form-check-input @error('terms') is-invalid @enderror" type="checkbox" name="terms" id="terms" value="1" {{ old('terms') ? 'checked' : '' }} required>
    <label class="form-check-label" for="terms">J'accepte les <a href="{{ route('terms') }}">conditions générales</a> et je souhaite recevoir les offres des partenaires</label>
    @error('terms')<span class="invalid-feedback">{{ $message }}</span>@enderror
  </div>
</form>
