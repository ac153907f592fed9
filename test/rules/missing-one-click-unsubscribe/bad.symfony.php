<?php

namespace App\Mailing;

use Symfony\Component\Mailer\MailerInterface;
use Symfony\Component\Mime\Email;

final class PromotionSender
{
    public function __construct(private MailerInterface $mailer) {}

    public function send(Guest $guest, string $html): void
    {
        $email = (new Email())
            ->from('bonjour@hotel.example')
            ->to($guest->email)
            ->subject('Nos offres spéciales de la rentrée')
            ->html($html);

        $this->mailer->send($email);
    }
}
