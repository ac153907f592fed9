<?php
function lettre($guest, $html)
{
    wp_mail($guest->email, 'Notre lettre de mai : offres exclusives', $html, ['From: hotel@hotel.example']);
}
