import { Component, signal } from '@angular/core';

@Component({
  selector: 'app-register',
  template: `
    <form>
      <label>¿Quiere recibir nuestro boletín?
        <select [(ngModel)]="news" name="news">
          <option value="si">Sí</option>
          <option value="no">No</option>
        </select>
      </label>
      <label>
        <input type="checkbox" name="offers" [checked]="!optOut()" (change)="optOut.set(!optOut())">
        Deseo recibir ofertas por correo electrónico
      </label>
      <fieldset>
        <legend>¿Desea recibir ofertas por SMS?</legend>
        <label><input type="radio" [(ngModel)]="sms" name="sms" value="si"> Sí</label>
        <label><input type="radio" [(ngModel)]="sms" name="sms" value="no"> No</label>
      </fieldset>
      <button>Registrarse</button>
    </form>
  `,
})
export class Register {
  news = 'si';
  sms: 'si' | 'no' = 'si';
  optOut = signal(false);
}
