@extends('layouts.app')
@section('content')
<form action="{{ route('book') }}" method="post">@csrf
  <label><input type="checkbox" name="newsletter" @checked(old('newsletter'))> {{ __('Send me the newsletter') }}</label>
  <label><input type="checkbox" name="offers" @checked($user->offers)> @lang('Send me your offers')</label>
  <label><input type="checkbox" name="sms" @if($user->sms) checked @endif> Send me offers by SMS</label>
  <label><input type="checkbox" name="partners" @checked(false)> Share my address with your partners</label>
  {{-- <input type="checkbox" name="newsletter" checked> --}}
</form>
@endsection
