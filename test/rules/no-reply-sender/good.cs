message.From = new MailAddress("reception@hotel.example", "Hotel");
