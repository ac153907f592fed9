import nodemailer from 'nodemailer';
import { headersFor } from './headers';

/** What headers are sent stands in another file. */
export const sendNewsletter = (guest: Guest, html: string) =>
  nodemailer.createTransport(url).sendMail({
    from: 'hello@hotel.example',
    to: guest.email,
    subject: 'Our newsletter: special offers',
    html,
    headers: headersFor(guest),
  });

export const sendOffers = (guest: Guest, html: string) =>
  nodemailer.createTransport(url).sendMail({
    ...defaults,
    to: guest.email,
    subject: 'Special offers for you',
    html,
  });
