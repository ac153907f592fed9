<?php
function lettre($mail, $guest, $rooms)
{
    $lignes = [];
    $lignes[] = '<h1>Notre lettre de mai</h1>';
    $lignes[] = '<p>Nos offres exclusives : jusqu’à 30 % de remise.</p>';
    foreach ($rooms as $room) {
        $lignes[] = '<p><a href="' . $room->url . '">' . $room->name . '</a></p>';
    }
    $lignes[] = '<p>Hôtel du Lac SAS, 12 rue du Port, 74000 Annecy</p>';
    $mail->Subject = 'Nos offres exclusives';
    $mail->addAddress($guest->email);
    $mail->Body = implode("\n", $lignes);
    $mail->send();
}
