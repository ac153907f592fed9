import { Field, Form, Formik, useFormik } from 'formik';

interface Valori {
  email: string;
  termini: boolean;
}

const initialValues: Valori = {
  email: '',
  termini: false,
};

export function Registrazione({ invia }: { invia: (valori: Valori) => void }) {
  return (
    <Formik initialValues={initialValues} onSubmit={invia}>
      <Form>
        <Field type="email" name="email" />
        <label>
          <Field type="checkbox" name="termini" />
          Accetto i <a href="/termini">termini e condizioni</a> e desidero ricevere la newsletter
        </label>
        <button type="submit">Registrati</button>
      </Form>
    </Formik>
  );
}

export function Hook() {
  const formik = useFormik({ initialValues: { agree: false }, onSubmit: () => {} });
  return (
    <form onSubmit={formik.handleSubmit}>
      <label>
        <input
          type="checkbox"
          name="agree"
          checked={formik.values.agree}
          onChange={formik.handleChange}
        />
        I accept the terms of sale and agree to receive offers from your partners
      </label>
    </form>
  );
}
