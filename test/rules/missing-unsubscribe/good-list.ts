import sgMail from '@sendgrid/mail';

export async function boletin(guest: Guest, rooms: Room[]): Promise<void> {
  const lines: string[] = [];
  lines.push('<h1>Nuestro boletín de mayo</h1>', '<p>Ofertas exclusivas y descuentos.</p>');
  for (const room of rooms) lines.push(`<p>${room.name}</p>`);
  if (guest.leave) {
    lines.push(`<p><a href="${guest.leave}">Darse de baja</a></p>`);
  }
  await sgMail.send({ from: 'hotel@hotel.example', to: guest.email, subject: 'Nuestro boletín', html: lines.join('') });
}
