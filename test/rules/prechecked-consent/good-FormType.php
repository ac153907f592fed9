<?php

class GuestType extends AbstractType
{
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        $builder
            ->add('newsletter', CheckboxType::class, ['label' => 'Ich möchte den Newsletter erhalten', 'required' => false])
            ->add('offers', CheckboxType::class, [
                'label' => 'Send me offers by e-mail',
                'data' => false,
            ])
            ->add('partners', CheckboxType::class, ['label' => 'Share my address with partners', 'data' => $guest->partners])
            ->add('remember_me', CheckboxType::class, ['label' => 'Remember me', 'data' => true]);
        $list->add('newsletter', true);
    }
}
