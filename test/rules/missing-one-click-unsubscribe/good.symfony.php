<?php

use Symfony\Component\Mime\Email;

$email = (new Email())
    ->from('bonjour@hotel.example')
    ->to($guest->email)
    ->subject('Notre newsletter : nos offres')
    ->html($html);

$email->getHeaders()
    ->addTextHeader('List-Unsubscribe', '<https://hotel.example/partir>')
    ->addTextHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click');
