<form method="post" action="/guests" lang="en">
{if $guest}<p>{$guest.name}</p>{/if}
  <label><input type="checkbox" name="terms" required> I accept the terms of use</label>
  <label><input type="checkbox" name="newsletter"> I want to receive your newsletter</label>
  <button>OK</button>
</form>
