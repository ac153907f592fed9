<form x-data="{ password: '' }" @submit.prevent="send()">
  <label>Password <input type="password" name="password" x-model="password"></label>
  <button>Log in</button>
</form>
<form dojoType="dijit.form.Form">
  <label>New password <input type="password" name="password"></label>
  <button>Change</button>
</form>
