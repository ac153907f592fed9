<?= $this->Form->create($guest) ?>
<?php
    echo $this->Form->control('newsletter', [
        'type' => 'checkbox',
        'checked' => true,
        'label' => 'Send me the newsletter',
    ]);
    echo $this->Form->control('offers', ['type' => 'checkbox', 'label' => 'Send me offers', 'default' => true]);
?>
<?= $this->Form->end() ?>
<?php echo form_open('guests/add'); ?>
  <?php echo form_checkbox('news', 'accept', TRUE); ?> <?php echo form_label('Keep me posted on special offers', 'news'); ?>
  <?php echo form_checkbox(array('name' => 'partners', 'value' => '1', 'checked' => set_checkbox('partners', '1', TRUE))); ?> Share my data with partners
<?php echo form_close(); ?>
<?php $form = ActiveForm::begin(); ?>
  <?= $form->field($model, 'sms')->checkbox(['checked' => true, 'label' => 'Send me offers by SMS']) ?>
  <?= Html::checkbox('tips', true, ['label' => 'Send me travel tips and offers']) ?>
<?php ActiveForm::end(); ?>
