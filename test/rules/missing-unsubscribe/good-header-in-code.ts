export async function send(transport: Transport, user: User): Promise<void> {
  await transport.sendMail({
    to: user.email,
    subject: 'Special offers',
    headers: { 'List-Unsubscribe': `<https://hotel.example/leave/${user.id}>` },
    html: `<h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>`,
  });
}
