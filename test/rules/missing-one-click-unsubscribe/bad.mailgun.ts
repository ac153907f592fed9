import Mailgun from 'mailgun.js';

const mg = new Mailgun(FormData).client({ username: 'api', key: process.env.MAILGUN_KEY });

export const sendSale = (guest: Guest, html: string) =>
  mg.messages.create('hotel.example', {
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: 'Flash sale: book now',
    html,
    'o:tag': ['sale'],
  });
