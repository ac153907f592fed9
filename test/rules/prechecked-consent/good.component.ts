import { Component, inject, OnInit } from '@angular/core';
import { FormBuilder } from '@angular/forms';
import { Accounts } from './accounts';

@Component({ selector: 'app-settings', templateUrl: './good.component.html' })
export class SettingsComponent implements OnInit {
  private readonly fb = inject(FormBuilder);
  private readonly accounts = inject(Accounts);
  offers = false;
  stored = true;
  given?: boolean;
  person = this.accounts.current;
  topics = [{ name: 'news', words: 'Quero receber a newsletter', on: false }];
  form = this.fb.group({ newsletter: [true], remember: [true], channel: ['no'] });

  constructor() {
    this.form.controls.newsletter.setValue(false);
  }

  ngOnInit(): void {
    this.accounts.load().subscribe((account) => {
      this.stored = account.partners;
    });
  }

  send(): void {}
}
