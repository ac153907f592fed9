<?php
function send_offers($guest)
{
    $message = '<html><body><h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>';
    $message .= '<p><a href="' . unsubscribe_url($guest) . '">Unsubscribe</a></p></body></html>';
    return wp_mail($guest->email, 'Special offers', $message);
}

function send_news($guest)
{
    $body = '<html><body><h1>Special offers</h1><p>Save up to 40 %. <a href="https://hotel.example">Book now</a></p>';
    $body .= $this->get_footer($guest) . '</body></html>';
    return wp_mail($guest->email, 'Special offers', $body);
}

function send_order($mail, $order)
{
    $mail->Subject = 'Your order';
    $mail->Body = "<p>Order number $order->id. <a href=\"https://hotel.example/orders\">Your orders</a></p>";
}
