import { sendEmail } from '../mailer';

/** How the mail is sent is another file's business. */
export const sendNewsletter = (guest: Guest, html: string) =>
  sendEmail({ to: guest.email, subject: 'Our newsletter: special offers', html });
