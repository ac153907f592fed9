<?= $this->Form->create($guest) ?>
<?php
    echo $this->Form->control('newsletter', ['type' => 'checkbox', 'label' => 'Send me the newsletter']);
    echo $this->Form->control('country', ['default' => 'FR']);
?>
<?= $this->Form->end() ?>
<?php echo form_open('guests/add'); ?>
  <?php echo form_checkbox('news', 'accept', set_checkbox('news', 'accept')); ?> <?php echo form_label('Keep me posted on special offers', 'news'); ?>
  <?php echo form_checkbox('remember', 'yes', TRUE); ?> Remember me
<?php echo form_close(); ?>
<?php $form = ActiveForm::begin(); ?>
  <?= $form->field($model, 'sms')->checkbox(['label' => 'Send me offers by SMS']) ?>
  <?= Html::checkbox('tips', $model->tips, ['label' => 'Send me travel tips and offers']) ?>
<?php ActiveForm::end(); ?>
