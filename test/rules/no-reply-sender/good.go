func send() { m.SetHeader("From", "reception@hotel.example") }
