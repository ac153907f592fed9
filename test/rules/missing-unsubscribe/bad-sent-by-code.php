<?php
function send_offers($guest)
{
    $subject = 'Offres exclusives de l’été';
    $message = '<html><body>';
    $message .= '<h1>Offres exclusives</h1><p>Bonjour ' . $guest->name . ', profitez de −30 % sur votre prochain séjour.</p>';
    $message .= '<p><a href="https://hotel.example/offres">Réservez maintenant</a></p>';
    $message .= '</body></html>';
    $headers = ['Content-Type: text/html; charset=UTF-8'];
    return wp_mail($guest->email, $subject, $message, $headers);
}

function send_digest($mail, $guest)
{
    $mail->Subject = 'Our newsletter: special offers for the summer';
    $mail->Body = <<<HTML
<h1>Special offers</h1>
<p>Dear $guest->name, save up to 40 % with our exclusive offers. <a href="https://hotel.example">Book now</a></p>
HTML;
    $mail->send();
}
