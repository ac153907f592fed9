from django.core.mail import EmailMultiAlternatives, send_mail


def send_offers(guest, text, html):
    message = EmailMultiAlternatives(
        subject="Special offers for members: 20 % off",
        body=text,
        from_email="hello@hotel.example",
        to=[guest.email],
    )
    message.attach_alternative(html, "text/html")
    message.send()


def send_newsletter(guest, text):
    send_mail("Our newsletter: offers of the month", text, "hello@hotel.example", [guest.email])
