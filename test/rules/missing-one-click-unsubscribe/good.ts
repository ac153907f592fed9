import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import nodemailer from 'nodemailer';
import { ServerClient } from 'postmark';

/** Both headers. */
export const sendNewsletter = (guest: Guest, html: string) =>
  nodemailer.createTransport(url).sendMail({
    from: 'hello@hotel.example',
    to: guest.email,
    subject: 'Our newsletter: special offers',
    html,
    headers: {
      'List-Unsubscribe': `<https://hotel.example/leave/${guest.token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });

/** In a list. */
export const sendPromo = (guest: Guest, html: string) =>
  new ServerClient(key).sendEmail({
    From: 'hello@hotel.example',
    To: guest.email,
    Subject: 'Special offers: 20 % off',
    HtmlBody: html,
    Headers: [
      { Name: 'List-Unsubscribe', Value: '<https://hotel.example/leave>' },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ],
  });

/** The service writes them. */
export const sendOffers = (guest: Guest, html: string) =>
  new SESv2Client({}).send(
    new SendEmailCommand({
      FromEmailAddress: 'hello@hotel.example',
      Destination: { ToAddresses: [guest.email] },
      Content: { Simple: { Subject: { Data: 'Special offers' }, Body: { Html: { Data: html } } } },
      ListManagementOptions: { ContactListName: 'guests' },
    }),
  );

/** What serves a booking, and what nobody knows the kind of. */
export const sendConfirmation = (guest: Guest, html: string) =>
  nodemailer.createTransport(url).sendMail({
    from: 'hello@hotel.example',
    to: guest.email,
    subject: 'Your booking confirmation',
    html,
  });

export const sendMail = (to: string, subject: string, html: string) =>
  nodemailer.createTransport(url).sendMail({ from: 'hello@hotel.example', to, subject, html });
