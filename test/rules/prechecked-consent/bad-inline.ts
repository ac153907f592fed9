import { Component, inject, signal } from '@angular/core';
import { FormBuilder } from '@angular/forms';

@Component({
  selector: 'app-signup',
  template: `
    <form [formGroup]="form" (ngSubmit)="send()">
      <mat-checkbox [(ngModel)]="offers">I\u2019d like to receive offers by e-mail</mat-checkbox>
      <label><input type="checkbox" formControlName="newsletter" /> Recevoir la lettre d\'information</label>
      @if (step() > 1) {
        <mat-slide-toggle [checked]="true">Ich m\xf6chte Angebote per SMS erhalten</mat-slide-toggle>
      }
    </form>
  `,
})
export class SignupComponent {
  offers = true;
  step = signal(1);
  form = inject(FormBuilder).group({ newsletter: [true] });

  send(): void {}
}

@Component({
  selector: 'app-foot',
  template: '<label><input type="checkbox" [checked]="on"> Quiero recibir el bolet\u00edn</label>',
})
export class FootComponent {
  on = true;
}
