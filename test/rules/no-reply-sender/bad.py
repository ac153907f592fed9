from django.core.mail import send_mail

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Hotel <noreply@hotel.example>")

send_mail("Your stay", body, "no-reply@hotel.example", [guest.email])
