import sgMail from '@sendgrid/mail';

export async function boletin(guest: Guest, rooms: Room[]): Promise<void> {
  const lines: string[] = ['<h1>Nuestro boletín de mayo</h1>'];
  lines.push('<p>Ofertas exclusivas y descuentos.</p>', '<p>Hotel del Lago S.L., Calle Mayor 1, 28013 Madrid</p>');
  for (const room of rooms) lines.push(`<p><a href="${room.url}">${room.name}</a></p>`);
  await sgMail.send({ from: 'hotel@hotel.example', to: guest.email, subject: 'Nuestro boletín', html: lines.join('\n') });
}
