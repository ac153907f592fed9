<!doctype html>
<html lang="en">
<body>
<form class="edit-form">
  <label>Current password <input type="password" id="current" {if $locked}disabled{/if}></label>
  <label>New password <input type="password" id="new"></label>
  <button id="change">Change password</button>
</form>
</body>
</html>
