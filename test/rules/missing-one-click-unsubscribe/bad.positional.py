from django.core.mail import EmailMessage


def newsletter(guest, html):
    EmailMessage("Our newsletter: special offers", html, "hotel@hotel.example", [guest.email]).send()
