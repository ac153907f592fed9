@extends('layouts.app')
@section('content')
<form action="{{ route('book') }}" method="post">@csrf
  <label><input type="checkbox" name="newsletter" @checked(old('newsletter', true))> {{ __('Send me the newsletter') }}</label>
  <label><input type="checkbox" name="offers" @checked(true)> @lang('Send me your offers')</label>
  <label><input type="checkbox" name="sms" {{ old('sms', 'on') ? 'checked' : '' }}> Send me offers by SMS</label>
  <label><input type="checkbox" name="partners" @unless(old('partners') === '0') checked @endunless> Share my address with your partners</label>
</form>
@endsection
