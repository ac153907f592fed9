<?php
use function Livewire\Volt\{state};

state(['email' => '', 'newsletter' => true]);
state('offers', true);
state(terms: false);
?>

<form wire:submit="save">
    <label><input type="checkbox" wire:model="newsletter"> Send me the newsletter</label>
    <label><input type="checkbox" wire:model="offers"> Send me special offers</label>
    <label><input type="checkbox" wire:model="terms"> I accept the terms</label>
    <button>Save</button>
</form>
