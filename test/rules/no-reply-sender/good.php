<?php

// $mail->setFrom('noreply@hotel.example');
return [
    'from' => ['address' => env('MAIL_FROM_ADDRESS', 'reception@hotel.example'), 'name' => 'Hotel'],
    'username' => 'noreply@hotel.example',
];
?>
<p>Write to reception@hotel.example</p>
