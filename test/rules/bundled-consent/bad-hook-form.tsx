import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';

const schema = z.object({
  email: z.string().email(),
  terms: z.literal(true, { errorMap: () => ({ message: 'Required' }) }),
  regulamin: z.boolean().refine((given) => given),
});

type Values = z.infer<typeof schema>;

export function Order({ save }: { save: (order: Values) => void }) {
  const { register, control, handleSubmit } = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { email: '' },
  });
  return (
    <form onSubmit={handleSubmit(save)}>
      <input type="email" {...register('email')} />
      <label>
        <input type="checkbox" {...register('terms', { required: 'Please accept' })} /> I accept the terms of sale and
        agree to receive the newsletter
      </label>
      <Controller
        name="regulamin"
        control={control}
        rules={{ required: true }}
        render={({ field }) => (
          <label>
            <input type="checkbox" checked={field.value} onChange={field.onChange} /> Akceptuję regulamin i chcę
            otrzymywać newsletter
          </label>
        )}
      />
    </form>
  );
}
