import { ServerClient } from 'postmark';

const client = new ServerClient(process.env.POSTMARK_TOKEN);

export function sendPromo(guest: Guest, html: string) {
  return client.sendEmail({
    From: 'hello@hotel.example',
    To: guest.email,
    Subject: 'Ofertas de verano: 20 % de descuento',
    HtmlBody: html,
    MessageStream: 'broadcast',
  });
}
