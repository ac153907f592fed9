<?php

return [
    'from' => ['address' => env('MAIL_FROM_ADDRESS', 'noreply@hotel.example'), 'name' => 'Hotel'],
];

function confirm($guest)
{
    return (new Email())->from('no-reply@hotel.example')->to($guest->email);
}
