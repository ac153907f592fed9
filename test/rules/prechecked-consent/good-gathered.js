export function signup(guest) {
  let html = '<form action="/book" method="post">';
  html += '<label><input type="checkbox" name="newsletter"' + (guest.news ? ' checked' : '') + '> ';
  html += 'Send me the newsletter</label>';
  html += '<label><input type="checkbox" name="remember" checked> ';
  html += 'Remember me</label>';
  html += '</form>';
  return html;
}

export function greet(box) {
  box.text = 'Hello';
  box.text += ' and welcome';
  send(box.text);
}
