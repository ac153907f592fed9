import { Checkbox, FormControlLabel } from '@mui/material';
import { Controller, useForm } from 'react-hook-form';
type Inputs = { email: string; terms: boolean };
export function A() {
  const { control, handleSubmit } = useForm<Inputs>({ defaultValues: { email: '', terms: false } });
  return (
    <form onSubmit={handleSubmit(send)}>
      <FormControlLabel
        control={
          <Controller
            name="terms"
            control={control}
            render={({ field }) => <Checkbox {...field} checked={field.value} />}
          />
        }
        label={<>I accept the <a href="/terms">terms</a> and agree to receive the newsletter</>}
      />
    </form>
  );
}
