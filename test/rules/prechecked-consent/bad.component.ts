import { Component, inject, OnInit, signal } from '@angular/core';
import { FormBuilder, FormControl, FormGroup, Validators } from '@angular/forms';

@Component({ selector: 'app-booking', templateUrl: './bad.component.html' })
export class BookingComponent implements OnInit {
  private readonly fb = inject(FormBuilder);
  offers = true;
  step = signal(2);
  sms = signal(true);
  topics = [{ name: 'news', words: 'Quero receber a newsletter', on: true }];
  form!: FormGroup;

  ngOnInit(): void {
    this.form = this.fb.group({
      newsletter: [true],
      channel: ['yes', Validators.required],
      profiling: this.fb.nonNullable.control(false),
      consents: this.fb.group({ partners: new FormControl({ value: true, disabled: false }) }),
    });
    this.form.patchValue({ profiling: true });
  }

  send(): void {}
}
