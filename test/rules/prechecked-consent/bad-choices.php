<?= $this->Form->create($guest) ?>
<?= $this->Form->radio('sms', ['yes' => 'Yes, send me offers by SMS', 'no' => 'No, thank you'], ['value' => 'yes']) ?>
<?= Html::radioList('news', 'oui', ['oui' => 'Oui, je souhaite recevoir la newsletter', 'non' => 'Non merci']) ?>
<?= Html::checkboxList('topics', ['offers', 'events'], ['offers' => 'Send me special offers by e-mail', 'events' => 'Send me the newsletter about events', 'none' => 'Nothing']) ?>
<?= $this->Form->end() ?>
