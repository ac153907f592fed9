<?= $this->Form->create($guest) ?>
<?= $this->Form->radio('sms', ['yes' => 'Yes, send me offers by SMS', 'no' => 'No, thank you'], ['value' => 'no']) ?>
<?= $this->Form->radio('stored', ['yes' => 'Yes, send me offers by SMS', 'no' => 'No, thank you'], ['value' => $guest->stored]) ?>
<?= Html::radioList('news', null, ['oui' => 'Oui, je souhaite recevoir la newsletter', 'non' => 'Non merci']) ?>
<?= Html::checkboxList('topics', [], ['offers' => 'Send me special offers by e-mail', 'none' => 'Nothing']) ?>
<?= $this->Form->end() ?>
