import nodemailer from 'nodemailer';

const transporter = nodemailer.createTransport({ host: 'localhost' });

export async function newsletter(guest: Guest, rooms: Room[]): Promise<void> {
  let html = '<h1>Our newsletter of May</h1>';
  html += '<p>Special offers: save up to 20 % on every room.</p>';
  for (const room of rooms) html += `<p><a href="${room.url}">${room.name}</a></p>`;
  html += '<p>Hotel du Lac SAS, 12 rue du Port, 74000 Annecy</p>';
  await transporter.sendMail({ from: 'hotel@hotel.example', to: guest.email, subject: 'Our newsletter of May', html });
}
