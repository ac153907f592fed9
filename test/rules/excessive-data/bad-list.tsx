const fields = [
  { name: 'email', label: 'Your e-mail', type: 'email', required: true },
  { name: 'birthDate', label: 'Date of birth', type: 'date', required: true },
  { name: 'topics', label: 'Topics', type: 'text', required: false },
];

export function Letter() {
  return (
    <form method="post" action="/letter">
      <h2>Newsletter of the bakery</h2>
      {fields.map((field) => (
        <label key={field.name}>
          {field.label} <input type={field.type} name={field.name} required={field.required} />
        </label>
      ))}
      <button>Subscribe</button>
    </form>
  );
}
