class Mailer {
  void send() { message.setFrom(new InternetAddress("noreply@hotel.example")); }
}
