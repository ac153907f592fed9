import { createTransport } from 'nodemailer';

export interface Booking {
  reference: string;
  firstName: string;
  email: string;
  arrival: Date;
  departure: Date;
  room: string;
  total: number;
}

export interface Subscriber {
  id: string;
  email: string;
}

/** Fills a template and gives its HTML. */
export type Render = (template: string, values: object) => Promise<string>;

const RECEPTION = 'reception@hotel-des-tilleuls.example';
const UNSUBSCRIBE = 'https://hotel-des-tilleuls.example/desabonnement';

const transport = createTransport(process.env.SMTP_URL ?? 'smtp://localhost:1025');

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

/** Sends the confirmation of a booking. */
export async function sendBookingConfirmation(booking: Booking, render: Render) {
  await transport.sendMail({
    from: '"Hôtel des Tilleuls" <reservations@hotel-des-tilleuls.example>',
    replyTo: RECEPTION,
    to: booking.email,
    subject: `Votre réservation ${booking.reference} est confirmée`,
    html: await render('booking-confirmation', booking),
  });
}

/** Reminds a guest, two days before, of the arrival. */
export async function sendArrivalReminder(booking: Booking, render: Render) {
  await transport.sendMail({
    from: process.env.MAIL_FROM ?? 'reservations@hotel-des-tilleuls.example',
    replyTo: RECEPTION,
    to: booking.email,
    subject: `Nous vous attendons le ${day.format(booking.arrival)}`,
    html: await render('arrival-reminder', booking),
  });
}

/** Sends the offers of the season to one subscriber. */
export async function sendSeasonOffers(subscriber: Subscriber, render: Render) {
  const unsubscribeUrl = `${UNSUBSCRIBE}?id=${encodeURIComponent(subscriber.id)}`;
  await transport.sendMail({
    from: `Hôtel des Tilleuls <${RECEPTION}>`,
    to: subscriber.email,
    subject: 'Nos offres d’automne : la troisième nuit offerte',
    html: await render('autumn-offers', { ...subscriber, unsubscribeUrl }),
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
}
