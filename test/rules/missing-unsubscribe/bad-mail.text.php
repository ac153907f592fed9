Bonjour <?= $guest->name ?>,

Nos offres exclusives du printemps : jusqu'à 30 % de remise.
<?php foreach ($rooms as $room): ?>
* <?= $room->name ?> : <?= $room->url ?>

<?php endforeach ?>
Hôtel du Lac SAS, 12 rue du Port, 74000 Annecy
