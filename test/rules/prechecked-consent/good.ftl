<form action="${url('book')}" method="post">
  <label><input type="checkbox" name="newsletter" <#if user.newsletter>checked</#if>> ${msg("Send me the newsletter")}</label>
  <label><input type="checkbox" name="offers" ${offers?string('checked', '')}> Send me your offers</label>
  <#-- <label><input type="checkbox" name="sms" checked> Send me offers by SMS</label> -->
</form>
