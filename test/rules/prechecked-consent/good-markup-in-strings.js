// Neither code that shows code, nor what only the running program knows, nor what starts off.
export const snippet = '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>';
console.log('<label><input type="checkbox" checked> Send me the newsletter</label>');

export function render(element, user) {
  element.innerHTML = `<label><input type="checkbox" name="newsletter" ${user.subscribed ? 'checked' : ''}> Send me the newsletter</label>
    <label><input type="checkbox" name="offers"> Send me offers</label>`;
  element.insertAdjacentHTML('beforeend', '<label><input type="checkbox" checked> Remember me</label>');
}

export const settings = (user) =>
  html`<label><input type="checkbox" name="news" ?checked=${user.news} .value=${'1'}> Send me the newsletter</label>
    <label><input type="checkbox" name="sms" ?checked=${false}> Send me offers by SMS</label>`;
