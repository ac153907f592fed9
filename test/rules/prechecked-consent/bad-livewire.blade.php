<?php

use Livewire\Volt\Component;

new class extends Component {
    public string $email = '';

    public bool $newsletter = true;

    public $sms = 'sim';

    public bool $parceiros = true;

    public function mount(): void
    {
        $this->parceiros = auth()->user()->parceiros ?? false;
    }

    public function save(): void
    {
        $this->validate();
    }
}; ?>

<form wire:submit="save">
    <label><input type="checkbox" wire:model="newsletter"> Quero receber a newsletter</label>
    <label><input type="checkbox" wire:model.live="parceiros"> Quero receber ofertas dos vossos parceiros</label>
    <label>Deseja receber ofertas por SMS?
        <select wire:model="sms">
            <option value="sim">Sim</option>
            <option value="nao">Não</option>
        </select>
    </label>
    <button>Guardar</button>
</form>
