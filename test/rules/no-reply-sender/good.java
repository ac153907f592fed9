class Mailer {
  void send() { message.setFrom(new InternetAddress("reception@hotel.example")); }
}
