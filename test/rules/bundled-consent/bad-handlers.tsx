import { useState } from 'react';
export default function Page() {
  const [form, setForm] = useState({ name: '', terms: false });
  const [ok, setOk] = useState(false), x = 1;
  const [agree, toggleAgree] = useToggle(false);
  const update = (key: string, value: unknown) => setForm((f) => ({ ...f, [key]: value }));
  return (
    <form onSubmit={submit}>
      <label><input type="checkbox" checked={form.terms} onChange={(e) => update('terms', e.target.checked)} /> I accept the terms of service and agree to receive the newsletter</label>
      <label><input type="checkbox" checked={ok} onChange={() => setOk(!ok)} /> I accept the terms of service and agree to receive the newsletter</label>
      <label><input type="checkbox" checked={ok} onChange={() => setOk((v) => !v)} aria-describedby="h" className={ok ? 'on' : 'off'} /> I accept the terms of service and agree to receive the newsletter</label>
      <label><input type="checkbox" checked={agree} onChange={toggleAgree} /> I accept the terms of service and agree to receive the newsletter</label>
      <label htmlFor="n" onClick={() => setOk(true)}><input id="n" type="checkbox" defaultChecked={true} name="n" /> I accept the terms of service and agree to receive the newsletter</label>
      <Checkbox id="q" checked={ok} onCheckedChange={(c) => setOk(c === true)} /><label htmlFor="q">I accept the terms of service and agree to receive the newsletter</label>
      {!ok && <p>Please accept</p>}
      <button disabled={!ok}>Go</button>
    </form>
  );
}
