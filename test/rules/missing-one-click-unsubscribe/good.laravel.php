<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Envelope;
use Illuminate\Mail\Mailables\Headers;

class MonthlyNewsletter extends Mailable
{
    public function envelope(): Envelope
    {
        return new Envelope(from: 'hello@hotel.example', subject: 'Our newsletter: new offers');
    }

    public function headers(): Headers
    {
        return new Headers(text: [
            'List-Unsubscribe' => '<https://hotel.example/leave>',
            'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
        ]);
    }
}
