import nodemailer from 'nodemailer';

const transporter = nodemailer.createTransport(process.env.SMTP_URL);

export async function sendSummerOffers(guest: Guest, html: string) {
  await transporter.sendMail({
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: 'Special offers for your summer',
    html,
  });
}

/** Only a mailbox to write to. */
export async function sendNewsletter(guest: Guest, issue: Issue) {
  await transporter.sendMail({
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: issue.title,
    html: issue.html,
    headers: { 'List-Unsubscribe': '<mailto:leave@hotel.example>' },
  });
}

/** One header of the two. */
export async function sendDigest(guest: Guest, issue: Issue) {
  await transporter.sendMail({
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: 'Our newsletter: what is new this week',
    html: issue.html,
    headers: { 'X-Issue': issue.id, 'List-Unsubscribe': `<https://hotel.example/leave/${guest.token}>` },
  });
}

/** Headers of another kind. */
export async function sendPromotion(guest: Guest, html: string) {
  await transporter.sendMail({
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: '20 % off until Sunday',
    html,
    headers: { 'X-Campaign': 'autumn' },
  });
}

/** The library's own option for the first header says nothing of the second. */
export async function sendCoupon(guest: Guest, html: string) {
  await transporter.sendMail({
    from: 'Harbour Hotel <hello@hotel.example>',
    to: guest.email,
    subject: 'Your coupon for the spa: a special offer',
    html,
    list: { unsubscribe: 'https://hotel.example/leave' },
  });
}
