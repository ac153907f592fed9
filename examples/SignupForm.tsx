import { Alert, Button, Checkbox, FormControlLabel, Link, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';

interface SignupValues {
  firstName: string;
  email: string;
  password: string;
  newsletter: boolean;
  offers?: boolean;
}

interface SignupFormProps {
  /** Creates the account; rejects when the address is already taken. */
  createAccount: (values: SignupValues) => Promise<void>;
}

export function SignupForm({ createAccount }: SignupFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const {
    control,
    register,
    handleSubmit,
    formState: { errors, isSubmitting },
  } = useForm<SignupValues>({
    defaultValues: { firstName: '', email: '', password: '', newsletter: true },
  });

  async function onSubmit(values: SignupValues) {
    setProblem(null);
    try {
      await createAccount(values);
    } catch {
      setProblem('This address already has an account. Would you like to sign in?');
    }
  }

  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate>
      <Stack spacing={2}>
        <Typography variant="h5" component="h1">
          Create your guest account
        </Typography>

        <TextField label="First name" autoComplete="given-name" {...register('firstName')} />
        <TextField
          label="E-mail"
          type="email"
          autoComplete="email"
          error={Boolean(errors.email)}
          helperText={errors.email?.message}
          {...register('email', { required: 'Please enter your e-mail address' })}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          error={Boolean(errors.password)}
          helperText={errors.password?.message}
          {...register('password', { minLength: { value: 12, message: 'Please use 12 characters or more' } })}
        />

        <Controller
          name="newsletter"
          control={control}
          render={({ field: { value, ...field } }) => (
            <FormControlLabel
              control={<Checkbox {...field} checked={value} />}
              label="Send me the monthly newsletter"
            />
          )}
        />
        <FormControlLabel
          control={<Checkbox defaultChecked {...register('offers')} />}
          label="E-mail me last-minute offers"
        />

        {problem && <Alert severity="error">{problem}</Alert>}
        <Button type="submit" variant="contained" disabled={isSubmitting}>
          Create account
        </Button>
        <Typography variant="body2">
          <Link href="https://hotel-des-tilleuls.example/en/privacy">Privacy notice</Link>
        </Typography>
      </Stack>
    </form>
  );
}
