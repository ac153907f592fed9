<form method="post" action="/guests" lang="de">
<#if guest??><p>${guest.name}</p></#if>
  <label><input type="checkbox" name="agree" required> Ich akzeptiere die Nutzungsbedingungen und möchte den Newsletter erhalten</label>
  <button>OK</button>
</form>
