func send() { m.SetHeader("From", "noreply@hotel.example") }
