<?php if ($config['analytics']): ?>
<script async src="https://www.googletagmanager.com/gtag/js?id=<?= $config['analytics'] ?>"></script>
<?php endif; ?>
<?php if ($film) { ?>
<iframe src="https://www.youtube.com/embed/<?= $film ?>" title="Film"></iframe>
<?php } ?>
