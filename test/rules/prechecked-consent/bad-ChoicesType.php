<?php

namespace App\Form;

class SignupType extends AbstractType
{
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        $builder
            ->add('sms', ChoiceType::class, [
                'label' => 'Souhaitez-vous recevoir nos offres par SMS ?',
                'choices' => ['Oui' => true, 'Non' => false],
                'expanded' => true,
                'data' => true,
            ])
            ->add('newsletter', ChoiceType::class, [
                'label' => 'Souhaitez-vous recevoir notre newsletter ?',
                'choices' => ['Oui' => 'oui', 'Non' => 'non'],
                'data' => 'oui',
            ]);
    }
}
