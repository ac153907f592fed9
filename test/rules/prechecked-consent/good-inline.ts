import { Component } from '@angular/core';

@Component({
  selector: 'app-signup',
  template: `
    <mat-checkbox [(ngModel)]="offers">Send me offers by e-mail</mat-checkbox>
    <label><input type="checkbox" [checked]="person.newsletter" /> Send me the newsletter</label>
    <label><input type="checkbox" [checked]="remember" /> Remember me</label>
  `,
})
export class SignupComponent {
  offers = false;
  remember = true;
  constructor(readonly person: Person) {}
}
