<form action="{{ route('book') }}" method="post">@csrf
  <label>
    <input type="checkbox" name="newsletter" value="1" @checked(old('newsletter'))>
    {{ __('I want to receive the newsletter and offers from your partners.') }}
  </label>
</form>
