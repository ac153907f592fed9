const html = '<h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>';
sgMail.send({ to, from, subject: 'Special offers', html: `${html}<p>Hotel</p>`, asm: { groupId: 12 } });
mailgun.messages.create(domain, { to, from, subject: 'Special offers', html: `${html}<p>Hotel</p>`, 'h:List-Unsubscribe': '<%unsubscribe_email%>' });
