export function snippet(id) {
  return `
    <script>
      document.cookie = 'visitor_id=${id}; path=/; max-age=63072000';
    </script>
    <p>Welkom</p>
  `;
}
