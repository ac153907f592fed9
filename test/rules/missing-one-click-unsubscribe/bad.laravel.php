<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Address;
use Illuminate\Mail\Mailables\Content;
use Illuminate\Mail\Mailables\Envelope;

class MonthlyNewsletter extends Mailable
{
    public function envelope(): Envelope
    {
        return new Envelope(
            from: new Address('hello@hotel.example', 'Harbour Hotel'),
            subject: 'Our newsletter: new offers',
        );
    }

    public function content(): Content
    {
        return new Content(view: 'emails.newsletter');
    }
}
