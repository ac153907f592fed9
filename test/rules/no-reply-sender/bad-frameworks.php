<?php
// WordPress, Symfony, Laravel
add_filter('wp_mail_from', function ($old) { return 'no-reply@hotel.example'; });
$email = (new Email())->from(new Address('no-reply@hotel.example', 'Hotel'))->to($to)->subject('Your stay');
class Stay extends Mailable
{
    public function envelope(): Envelope
    {
        return new Envelope(from: new Address('noreply@hotel.example', 'Hotel'), subject: 'Your stay');
    }

    public function build()
    {
        return $this->from('ne-pas-repondre@hotel.example')->view('emails.stay');
    }
}
return ['from' => ['address' => env('MAIL_FROM_ADDRESS', 'noreply@hotel.example'), 'name' => env('MAIL_FROM_NAME', 'Hotel')]];
