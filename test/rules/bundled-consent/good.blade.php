<form action="{{ route('book') }}" method="post">@csrf
  <label><input type="checkbox" name="newsletter" value="1"> {{ __('I want to receive the newsletter.') }}</label>
  @if ($partners)
    <label><input type="checkbox" name="partners" value="1"> {{ __('I want to receive offers from your partners.') }}</label>
  @endif
</form>
