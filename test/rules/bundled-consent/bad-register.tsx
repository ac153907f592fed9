import { useForm } from 'react-hook-form';

export function Order({ save }: { save: (order: unknown) => void }) {
  const { register, handleSubmit } = useForm();
  return (
    <form onSubmit={handleSubmit(save)}>
      <label>
        <input type="checkbox" {...register('agreement')} /> I accept the terms of sale and agree to receive the
        newsletter
      </label>
      <button type="submit">Order</button>
    </form>
  );
}
