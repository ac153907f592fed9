<form method="post" action="/guests" lang="en">
{if $guest}<p>{$guest.name}</p>{/if}
  <label><input type="checkbox" name="agree" required> I accept the terms of use and want to receive your newsletter</label>
  <button>OK</button>
</form>
