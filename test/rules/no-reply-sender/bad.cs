message.From = new MailAddress("noreply@hotel.example", "Hotel");
