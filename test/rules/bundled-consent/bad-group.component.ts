import { Component, inject } from '@angular/core';
import { FormBuilder, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';

@Component({
  selector: 'app-anmeldung',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="senden()">
      <input type="email" formControlName="email" />
      <label>
        <input type="checkbox" formControlName="agb" />
        Ich akzeptiere die <a routerLink="/agb">AGB</a> und möchte den Newsletter erhalten
      </label>
      <button type="submit">Anmelden</button>
    </form>
  `,
})
export class Anmeldung {
  private readonly fb = inject(FormBuilder);

  readonly form = this.fb.nonNullable.group({
    email: ['', [Validators.required, Validators.email]],
    agb: [false, Validators.requiredTrue],
  });

  senden(): void {}
}

@Component({
  selector: 'app-inscription',
  imports: [ReactiveFormsModule],
  template: `<form [formGroup]="inscription">
    <div formGroupName="accords">
      <input type="checkbox" id="conditions" formControlName="conditions">
      <label for="conditions">J’accepte les conditions générales de vente et je souhaite recevoir les offres de vos partenaires</label>
    </div>
  </form>`,
})
export class Inscription {
  inscription = new FormGroup({
    accords: new FormGroup({ conditions: new FormControl(false, { nonNullable: true, validators: [Validators.requiredTrue] }) }),
  });
}

@Component({
  selector: 'app-typed',
  template: `
    <form (ngSubmit)="save()">
      <label><input type="checkbox" name="accepted" [(ngModel)]="accepted" (change)="touch()"> I accept the terms of sale and agree to receive the newsletter</label>
    </form>
  `,
})
export class Typed {
  accepted = false;
  touched = false;

  touch(): void {
    this.touched = true;
  }
  save(): void {}
}

@Component({
  selector: 'app-signal',
  template: `
    <mat-checkbox [checked]="terms()" (change)="terms.set($event.checked)">
      Acepto las condiciones de contratación y quiero recibir ofertas de sus socios
    </mat-checkbox>
  `,
})
export class Signals {
  readonly terms = signal(false);
}

@Component({
  selector: 'app-elsewhere',
  template: `
    <form [formGroup]="form">
      <label><input type="checkbox" formControlName="terms"> I accept the terms of sale and agree to receive the newsletter</label>
    </form>
  `,
})
export class Elsewhere {
  readonly form = inject(OrderForms).order;
}
