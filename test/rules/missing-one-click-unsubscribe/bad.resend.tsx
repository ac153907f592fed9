import { Resend } from 'resend';
import { Newsletter } from '../emails/Newsletter';

const resend = new Resend(process.env.RESEND_KEY);

export const sendNewsletter = (guest: Guest) =>
  resend.emails.send({
    from: 'Hôtel du Port <bonjour@hotel.example>',
    to: [guest.email],
    subject: 'La lettre d’information de juin : nos offres',
    react: <Newsletter guest={guest} />,
  });
