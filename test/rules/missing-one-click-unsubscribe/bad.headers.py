from django.core.mail import EmailMessage


def send_newsletter(guest, text):
    EmailMessage(
        subject="Newsletter: our offers",
        body=text,
        from_email="hello@hotel.example",
        to=[guest.email],
        headers={"List-Unsubscribe": "<https://hotel.example/leave>"},
    ).send()
