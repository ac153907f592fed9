import emailjs from '@emailjs/browser';
import { ValidationError, useForm } from '@formspree/react';
import { Widget } from '@typeform/embed-react';

export function Contact() {
  const [state, handleSubmit] = useForm('abcdwxyz');
  return (
    <form onSubmit={handleSubmit}>
      <input type="email" name="email" />
      <ValidationError field="email" errors={state.errors} />
    </form>
  );
}

export function Booking() {
  const send = (event) => emailjs.sendForm('service', 'template', event.currentTarget, 'key');
  return <form onSubmit={send}><input type="tel" name="phone" /></form>;
}

export const Survey = () => <Widget id="abc" />;
