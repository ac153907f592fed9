DEFAULT_FROM_EMAIL = "Hotel <reception@hotel.example>"
EMAIL_HOST_USER = "noreply@hotel.example"
BLOCKED_SENDERS = ["noreply@spam.example"]
# DEFAULT_FROM_EMAIL = "noreply@hotel.example"
if message.from_email != "noreply@hotel.example":
    send_mail("Your stay", body, None, ["noreply@guest.example"])
