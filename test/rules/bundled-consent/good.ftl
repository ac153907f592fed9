<form method="post" action="/guests" lang="de">
<#if guest??><p>${guest.name}</p></#if>
  <label><input type="checkbox" name="terms" required> Ich akzeptiere die Nutzungsbedingungen</label>
  <label><input type="checkbox" name="newsletter"> Ich möchte den Newsletter erhalten</label>
  <button>OK</button>
</form>
