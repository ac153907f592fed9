<?php if (isset($_COOKIE['consent_statistics'])): ?>
<script async src="https://www.googletagmanager.com/gtag/js?id=<?= $id ?>"></script>
<?php endif; ?>
<?php if ($rgpd->accepte('video')) { ?>
<?php foreach ($films as $film) { ?>
<iframe src="https://www.youtube.com/embed/<?= $film ?>" title="Film"></iframe>
<?php } ?>
<?php } ?>
