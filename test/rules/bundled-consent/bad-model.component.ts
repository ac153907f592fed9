@Component({
  selector: 'x',
  template: `
    @if (ready) {
      <form [formGroup]="form">
        <ion-item><ion-checkbox formControlName="accept">Accetto i termini e desidero ricevere la newsletter</ion-checkbox></ion-item>
        <label><input type="checkbox" [formControl]="solo"> Accetto i termini e desidero ricevere offerte dei partner</label>
        <label><input type="checkbox" [(ngModel)]="model.terms" name="terms"> Accetto i termini e desidero ricevere la newsletter</label>
      </form>
    }
  `,
})
export class X {
  ready = true;
  model = { terms: false };
  solo = new FormControl(false);
  form = new FormGroup<{ accept: FormControl<boolean> }>({
    accept: new FormControl(false, { nonNullable: true }),
  });
}
