import { useForm } from 'react-hook-form';

const DOCS = 'https://formspree.io/docs';

export function Contact() {
  const { register, handleSubmit } = useForm();
  const send = async (data: object) => {
    await fetch('/api/contact', { method: 'POST', body: JSON.stringify(data) });
    const help = await fetch('https://formspree.io/status.json');
    window.open('https://tally.so/r/help');
    return help;
  };
  return (
    <form onSubmit={handleSubmit(send)}>
      <input type="email" {...register('email')} />
      <a href={DOCS}>How this works</a>
    </form>
  );
}
