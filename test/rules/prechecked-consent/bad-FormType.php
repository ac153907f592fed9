<?php

namespace App\Form;

use Symfony\Component\Form\AbstractType;
use Symfony\Component\Form\Extension\Core\Type\CheckboxType;
use Symfony\Component\Form\Extension\Core\Type\EmailType;
use Symfony\Component\Form\FormBuilderInterface;

class GuestType extends AbstractType
{
    public function buildForm(FormBuilderInterface $builder, array $options): void
    {
        $builder
            ->add('email', EmailType::class)
            ->add('newsletter', CheckboxType::class, [
                'label' => 'Ich möchte den Newsletter erhalten', // it's below the address
                'required' => false,
                'data' => true,
            ])
            ->add('offers', CheckboxType::class, ['label' => 'Send me offers by e-mail', 'attr' => ['checked' => 'checked']]);
    }
}
