import { Checkbox, FormControlLabel } from '@mui/material';
import { type ChangeEvent, useState } from 'react';

interface Registro {
  correo: string;
  condiciones: boolean;
}

export function Alta({ enviar }: { enviar: (registro: Registro) => void }) {
  const [registro, setRegistro] = useState<Registro>({ correo: '', condiciones: false });
  return (
    <form onSubmit={() => enviar(registro)}>
      <label>
        <input
          type="checkbox"
          checked={registro.condiciones}
          onChange={(e) => setRegistro({ ...registro, condiciones: e.target.checked })}
          required
        />{' '}
        Acepto las <a href="/condiciones">condiciones de contratación</a> y quiero recibir el boletín
      </label>
    </form>
  );
}

export function SignUp() {
  const [agreed, setAgreed] = useState(false);
  return (
    <form onSubmit={() => send({ agreed })}>
      <FormControlLabel
        control={<Checkbox checked={agreed} onChange={(_, value) => setAgreed(value)} />}
        label="I accept the terms of sale and agree to receive offers from your partners"
      />
    </form>
  );
}

export function Generic() {
  const [values, setValues] = useState({ name: '', akkoord: false });
  const change = ({ target }: ChangeEvent<HTMLInputElement>) =>
    setValues((old) => ({ ...old, [target.name]: target.type === 'checkbox' ? target.checked : target.value }));
  return (
    <form onSubmit={() => send(values)}>
      <label>
        <input type="checkbox" name="akkoord" checked={values.akkoord} onChange={change} /> Ik ga akkoord met de algemene
        voorwaarden en wil de nieuwsbrief ontvangen
      </label>
    </form>
  );
}

export function Given({ agreed, onAgree }: { agreed: boolean; onAgree: (agreed: boolean) => void }) {
  return (
    <form onSubmit={() => send({})}>
      <label>
        <input type="checkbox" checked={agreed} onChange={(e) => onAgree(e.target.checked)} /> I accept the terms of sale
        and agree to receive the newsletter
      </label>
    </form>
  );
}
