<?php
function send_offers($mail, $guest)
{
    $mail->Subject = 'Special offers';
    $mail->Body = '<h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>';
    $mail->addCustomHeader('List-Unsubscribe', '<https://hotel.example/leave>');
}
