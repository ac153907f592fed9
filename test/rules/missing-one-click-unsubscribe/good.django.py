from django.core.mail import EmailMessage


def send_newsletter(guest, text):
    EmailMessage(
        subject="Newsletter: our offers",
        body=text,
        from_email="hello@hotel.example",
        to=[guest.email],
        headers={
            "List-Unsubscribe": "<https://hotel.example/leave>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    ).send()


def confirm_subscription(guest, text):
    EmailMessage("Please confirm your subscription to our newsletter", text, "hello@hotel.example", [guest.email]).send()
