<form action="${url('book')}" method="post">
  <label><input type="checkbox" name="newsletter" checked> ${msg("Send me the newsletter")}</label>
  <label><input type="checkbox" name="offers" ${offers!'checked'}> Send me your offers</label>
</form>
