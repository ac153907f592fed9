const sgMail = require('@sendgrid/mail');

module.exports = (guest, html) =>
  sgMail.send({
    to: guest.email,
    from: 'hello@hotel.example',
    subject: 'Unsere Angebote: 20 % Rabatt im Herbst',
    html,
  });
