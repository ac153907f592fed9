import { useForm } from 'react-hook-form';
import { z } from 'zod';

const schema = z.object({
  name: z.string().min(1),
  terms: z.boolean().refine((v) => v),
  offers: z.boolean().refine((v) => v, 'Please tick'),
  partners: z.boolean().refine(Boolean),
  news: z.boolean().refine((v) => typeof v === 'boolean'),
});

export function Register() {
  const { register, handleSubmit } = useForm({ resolver: zodResolver(schema) });
  return (
    <form onSubmit={handleSubmit(save)}>
      <input {...register('name')} />
      <label><input type="checkbox" {...register('terms')} /> I accept the terms of use</label>
      <label><input type="checkbox" {...register('offers')} /> Send me special offers</label>
      <label><input type="checkbox" {...register('partners')} /> Share my data with partners</label>
      <label><input type="checkbox" {...register('news')} /> Send me the newsletter</label>
    </form>
  );
}
