{!! Form::open(['route' => 'guests.store']) !!}
    {!! Form::checkbox('newsletter', 1, false) !!} {!! Form::label('newsletter', 'Send me the newsletter') !!}
    {{ Form::checkbox('offers', 1, old('offers')) }} {{ Form::label('offers', __('Send me offers by e-mail')) }}
    {{ Form::checkbox('news', 1, $guest->news) }} {{ Form::label('news', __('Send me news')) }}
{!! Form::close() !!}
<form wire:submit="save">
    <x-checkbox id="updates" wire:model="updates" /> <x-label for="updates" value="Keep me informed of special offers" />
    <x-checkbox name="remember" :checked="true">Remember me</x-checkbox>
    <input type="checkbox" id="terms" wire:model="terms" required> <label for="terms">I accept the terms</label>
</form>
