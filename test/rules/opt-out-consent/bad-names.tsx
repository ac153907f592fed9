import { useTranslation } from 'react-i18next';

export function SignupForm() {
  const { t } = useTranslation();
  return (
    <form action="/signup" method="post">
      <h2>Create your account</h2>
      <label>
        <input type="checkbox" name="marketingOptOut" /> {t('signup.optOut')}
      </label>
      <button>Sign up</button>
    </form>
  );
}
