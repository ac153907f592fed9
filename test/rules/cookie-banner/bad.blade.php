<div class="js-cookie-notice cookie-notice">
    <span>{{ __('cookies.message') }}</span>
    <button class="js-cookie-notice-agree">{{ __('cookies.agree') }}</button>
</div>
