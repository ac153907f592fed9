<?php

namespace Hotel\Forms;

class Booking
{
    public function render(array $rooms, bool $member): string
    {
        $html = '<form action="/book" method="post">';
        foreach ($rooms as $room) {
            $html .= "<label><input type=\"radio\" name=\"room\" value=\"{$room['id']}\"> $room[name]</label>";
        }
        if ($member) {
            $html .= '<p>' . esc_html__('Welcome back') . '</p>';
        } else {
            $html .= '<label>';
            $html .= '<input type="checkbox" name="newsletter" value="1" checked="checked" /> Oui, je m\'abonne à la newsletter';
            $html .= '</label>';
        }
        return $html . '<button>Book</button></form>';
    }

    public function footer(string $action): void
    {
        echo <<<HTML
            <form action="$action" method="post">
              <label>
                <input type="checkbox" name="offers" checked>
                Quiero recibir ofertas por correo electrónico, {$this->guest->name}
              </label>
            </form>
            HTML;
        print("<label><input type='checkbox' name='partners' checked='checked'> Share my data with your partners</label>");
    }

    public function notice(): string
    {
        return <<<'EOT'
<label><input type="checkbox" name="sms" checked> Inviatemi offerte via SMS</label>
EOT;
    }
}
