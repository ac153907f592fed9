<?php /* Newsletter der Pension */ ?>
<form action="https://t1234.emailsys1a.net/1/2/3/subscribe/form.html" method="post">
  <h3>Newsletter der Pension Lindenhof</h3>
  <label for="mail">E-Mail: <input type="text" name="email" id="mail" required></label>
  <button type="submit">Anmelden</button>
</form>
<p>Mit dem Klick auf „Anmelden“ erkläre ich mich mit dem Empfang des Newsletters einverstanden. Das kann ich jederzeit widerrufen.</p>
