import { fields } from './fields';

const columns = [
  { name: 'birthDate', label: 'Date of birth' },
  { name: 'email', label: 'E-mail' },
];

export function Letter({ rows }) {
  return (
    <form method="post" action="/newsletter">
      <h2>Newsletter</h2>
      {fields.map((field) => <input key={field.name} type={field.type} name={field.name} aria-label={field.label} />)}
      <table><thead><tr>{columns.map((column) => <th key={column.name}>{column.label}</th>)}</tr></thead></table>
      <button>Subscribe</button>
    </form>
  );
}
