{!! Form::open(['route' => 'guests.store']) !!}
    {!! Form::checkbox('newsletter', 1, true, ['class' => 'box']) !!} {!! Form::label('newsletter', 'Send me the newsletter') !!}
    {{ Form::checkbox('offers', 1, old('offers', true)) }} {{ Form::label('offers', __('Send me offers by e-mail')) }}
{!! Form::close() !!}
<form wire:submit="save">
    <x-checkbox id="updates" name="updates" :checked="true" /> <x-label for="updates" value="Keep me informed of special offers" />
    <flux:checkbox name="partners" label="Share my details with partners" checked />
</form>
