export function signup(guest, rooms) {
  let html = '<form action="/book" method="post">';
  const title = guest.known ? 'Welcome back' : 'Welcome';
  html += '<h2>' + title + '</h2>';
  if (guest.known) {
    html += '<p>' + guest.name + '</p>';
  } else {
    html += '<input type="email" name="email">';
  }
  for (const room of rooms) html += '<option>' + room + '</option>';
  html += '<label><input type="checkbox" name="newsletter" checked> ';
  html += 'Send me the newsletter</label>';
  html += '</form>';
  return html;
}

export function fill(box) {
  box.innerHTML = `<input type="checkbox" id="offers" checked>`;
  box.innerHTML += `<label for="offers">Ich möchte Angebote per E-Mail erhalten</label>`;
  box.hidden = false;
}
