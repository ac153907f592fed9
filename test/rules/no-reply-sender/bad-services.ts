// Each service has its own words for the sender.
sgMail.send({ to, from: { email: 'noreply@hotel.example', name: 'Hotel' }, subject: 'Your stay', text });
await postmark.sendEmail({ From: 'no-reply@hotel.example', To: to, Subject: 'Your stay', TextBody: text });
await mailgun.messages.create(domain, { from: 'Hotel <no-reply@hotel.example>', to: [to], subject: 'Your stay', text });
await ses.send(new SendEmailCommand({ Source: 'noreply@hotel.example', Destination: { ToAddresses: [to] }, Message: message }));
await sesv2.send(new SendEmailCommand({ FromEmailAddress: 'no-reply@hotel.example', Content: content }));
await resend.emails.send({ from: 'Hotel <no-reply@hotel.example>', to, subject: 'Your stay', react: Stay() });
await transporter.sendMail({ from: '"Hotel" <no-reply@hotel.example>', to, subject: 'Your stay', text });
