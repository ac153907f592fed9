import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

const client = new SESv2Client({});

export const sendNewsletter = (guest: Guest, html: string) =>
  client.send(
    new SendEmailCommand({
      FromEmailAddress: 'hello@hotel.example',
      Destination: { ToAddresses: [guest.email] },
      Content: {
        Simple: {
          Subject: { Data: 'Nieuwsbrief: aanbiedingen voor de zomer' },
          Body: { Html: { Data: html } },
        },
      },
    }),
  );
