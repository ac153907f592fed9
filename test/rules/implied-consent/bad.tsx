export function Register() {
  return (
    <AuthForm
      title="Registration"
      info="By registering on this site, you agree to our rules and agree to receive newsletters."
      onSubmit={register}
    >
      <p>
        By creating an account you consent to be contacted by <strong>our partners</strong>.
      </p>
    </AuthForm>
  );
}
