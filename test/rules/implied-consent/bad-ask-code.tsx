import { Form, Formik, Field } from 'formik';
import { useForm } from 'react-hook-form';

export function Hooked() {
  const { register, handleSubmit } = useForm();
  return (
    <form onSubmit={handleSubmit(save)}>
      <input {...register('userName')} />
      <p>By registering you agree to receive our newsletter.</p>
      <button>Register</button>
    </form>
  );
}

export function Formed() {
  return (
    <Formik initialValues={{ name: '' }} onSubmit={save}>
      <Form>
        <Field name="email" type="email" />
        <Typography variant="caption">By registering you agree to receive our&nbsp;offers.</Typography>
        <button type="submit">Register</button>
      </Form>
    </Formik>
  );
}

export function Acted() {
  return (
    <form action={createAccount}>
      <input name="name" />
      <p>
        By registering you agree to receive our offers.
      </p>
      <button>Register</button>
    </form>
  );
}
