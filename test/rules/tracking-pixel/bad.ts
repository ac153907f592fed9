import { ServerClient } from 'postmark';

export async function sendNews(client: ServerClient, to: string) {
  await client.sendEmail({
    From: 'Harbour Hotel <news@harbour-hotel.example>',
    To: to,
    Subject: 'News from the harbour',
    TrackOpens: true,
  });
}
