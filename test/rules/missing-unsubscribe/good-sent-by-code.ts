const footer = (user: User) =>
  `<p>You receive our newsletter because you subscribed. <a href="${user.leave}">Unsubscribe</a></p>`;

export async function send(transport: Transport, user: User, contentHtml: string): Promise<void> {
  // The footer stands in this file, in another one, or in the header.
  await transport.sendMail({
    to: user.email,
    subject: 'Special offers',
    html: `<h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>${footer(user)}`,
  });
  await transport.sendMail({
    to: user.email,
    subject: 'Special offers',
    html: `<h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>${unsubscribeLink(user)}`,
  });
  // What is sent on demand, and notices of a few lines.
  await transport.sendMail({
    to: user.email,
    subject: 'Your order',
    html: `<p>Your order number is ${user.order}. <a href="https://hotel.example/orders">Your orders</a></p>`,
  });
  await transport.sendMail({
    to: 'reception@hotel.example',
    subject: 'Message from the site',
    html: `<p>${user.name} writes: ${contentHtml} <a href="mailto:${user.email}">Answer</a></p>`,
  });
}
