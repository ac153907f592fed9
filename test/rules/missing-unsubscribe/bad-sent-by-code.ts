import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_API_KEY);

function buildDigest(name: string, items: readonly { title: string; url: string }[]): string {
  return `<!doctype html>
<html lang="en">
<body style="margin:0">
  <table width="600" cellpadding="0">
    <tr><td><h1>Your weekly digest</h1><p>Hello ${name}, what's new this week:</p></td></tr>
    ${items.map((item) => `<tr><td><a href="${item.url}">${item.title}</a></td></tr>`).join('')}
    <tr><td><p>You receive this newsletter because you subscribed on our site.</p></td></tr>
  </table>
</body>
</html>`;
}

export async function sendDigest(user: { email: string; name: string }, items: readonly never[]): Promise<void> {
  const html = buildDigest(user.name, items);
  await resend.emails.send({ from: 'Hotel <news@hotel.example>', to: user.email, subject: 'Your weekly digest', html });
}

export function sendOffers(transport: Transport, guest: Guest): Promise<void> {
  return transport.sendMail({
    to: guest.email,
    subject: 'Offres exclusives de l’été',
    html: '<h1>Offres exclusives</h1>' + '<p>Bonjour ' + guest.name + ', profitez de −30 % sur votre prochain séjour. <a href="https://hotel.example/offres">Réservez maintenant</a></p>',
  });
}
