import nodemailer from 'nodemailer';

const FROM = 'Hotel <noreply@hotel.example>';
const transport = nodemailer.createTransport(process.env.SMTP_URL);

export async function confirm(to: string) {
  await transport.sendMail({ from: FROM, to, subject: 'Your stay' });
  await transport.sendMail({
    from: `"Reception" <no-reply@hotel.example>`,
    to,
    subject: 'Your stay',
  });
  await transport.sendMail({ from: process.env.MAIL_FROM ?? 'do_not_reply@hotel.example', to });
  await transport.sendMail({ from: { name: 'Hôtel', address: 'ne-pas-repondre@hotel.example' }, to });
  await transport.sendMail({ from: 'noreply2@hotel.example', replyTo: 'reception@hotel.example', to });
}
