const newsletter =
  '<label><input type="checkbox" name="newsletter" checked> Yes, I\'d like to receive your newsletter</label>';

export function renderBooking(element, rooms) {
  element.innerHTML = `
    <form action="/book" method="post">
      <label>Room
        <select name="room">${rooms.map((room) => `<option>${room.name}</option>`).join('')}</select>
      </label>
      ${newsletter}
      <label>
        <input type="checkbox" name="offers" checked="checked">
        J’accepte de recevoir vos offres par e-mail, ${rooms[0].guest}
      </label>
      <button>Book</button>
    </form>`;
}

export function appendConsent(element) {
  element.insertAdjacentHTML(
    'beforeend',
    "<label><input type=\"checkbox\" name=\"partners\" checked=\"checked\"> Ich möchte Angebote Ihrer Partner per E-Mail erhalten</label>",
  );
}

const preset = true;
export const panel = () => html`<label><input type="checkbox" name="sms" ?checked=${preset} @change=${save}> Send me offers by SMS</label>`;
export const joined = '<div class="row"><input type="checkbox" id="n" name="news"' + ' checked' + '>' + '<label for="n">Subscribe to our newsletter</label></div>';
