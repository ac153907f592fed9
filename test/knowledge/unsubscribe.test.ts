import assert from 'node:assert/strict';
import {
  findUnsubscribeWords,
  isUnsubscribeExpression,
  isUnsubscribeTarget,
} from '../../server/src/knowledge/unsubscribe.js';
import { cpuTime } from '../support/cpuTime.js';

describe('unsubscribe words', () => {
  for (const [language, kind, text, words] of [
    ['en', 'unsubscribe', 'Click here to unsubscribe.', 'unsubscribe'],
    ['en', 'unsubscribe', 'Unsubcribe', 'Unsubcribe'],
    ['en', 'unsubscribe', 'UNSUSCRIBE from this list', 'UNSUSCRIBE'],
    ['en', 'unsubscribe', 'un-subscribe', 'un-subscribe'],
    ['en', 'unsubscribe', 'un\u00adsub\u200bscribe', 'un\u00adsub\u200bscribe'],
    ['en', 'unsubscribe', 'If you don’t wish to\u00a0receive our news', 'don’t wish to\u00a0receive'],
    ['en', 'unsubscribe', 'You may opt-out of these e-mails', 'opt-out'],
    ['en', 'unsubscribe', 'be removed from our mailing list', 'removed from our mailing list'],
    ['en', 'preferences', 'Update your email preferences', 'email preferences'],
    ['en', 'preferences', 'Manage your preferences for our mailings', 'Manage your preferences'],
    ['fr', 'unsubscribe', 'Se désabonner', 'désabonner'],
    ['fr', 'unsubscribe', 'lien de DÉSINSCRIPTION', 'DÉSINSCRIPTION'],
    ['fr', 'unsubscribe', 'de\u0301sabonnez-vous', 'de\u0301sabonnez'],
    ['fr', 'unsubscribe', 'Si vous ne souhaitez plus recevoir nos messages', 'souhaitez plus recevoir'],
    ['fr', 'preferences', 'Gérer mes abonnements', 'Gérer mes abonnements'],
    ['de', 'unsubscribe', 'Vom Newsletter abmelden', 'Newsletter abmelden'],
    ['de', 'unsubscribe', 'Newsletter abbestellen', 'abbestellen'],
    ['de', 'unsubscribe', 'Melden Sie sich hier vom Newsletter ab', 'Melden Sie sich hier vom Newsletter ab'],
    ['de', 'preferences', 'E-Mail-Einstellungen ändern', 'E-Mail-Einstellungen'],
    ['es', 'unsubscribe', 'Darse de baja', 'Darse de baja'],
    ['es', 'unsubscribe', 'Desuscríbete aquí', 'Desuscríbete'],
    ['es', 'unsubscribe', 'cancelar tu suscripción al boletín', 'cancelar tu suscripción'],
    ['es', 'preferences', 'Centro de preferencias', 'Centro de preferencias'],
    ['it', 'unsubscribe', 'Disiscriviti', 'Disiscriviti'],
    ['it', 'unsubscribe', "Annulla l'iscrizione", "Annulla l'iscrizione"],
    ['it', 'preferences', 'Gestisci le tue iscrizioni', 'Gestisci le tue iscrizioni'],
    ['nl', 'unsubscribe', 'Uitschrijven', 'Uitschrijven'],
    ['nl', 'unsubscribe', 'Schrijf je hier uit', 'Schrijf je hier uit'],
    ['nl', 'preferences', 'E-mailvoorkeuren beheren', 'E-mailvoorkeuren'],
    ['pt', 'unsubscribe', 'Cancelar a subscrição', 'Cancelar a subscrição'],
    ['pt', 'unsubscribe', 'Descadastre-se', 'Descadastre'],
    ['pt', 'preferences', 'Central de preferências', 'Central de preferências'],
    ['pl', 'unsubscribe', 'Wypisz się', 'Wypisz'],
    ['pl', 'unsubscribe', 'Zrezygnuj z newslettera', 'Zrezygnuj z newslettera'],
    ['pl', 'preferences', 'Zarządzaj subskrypcjami', 'Zarządzaj subskrypcjami'],
  ] as const) {
    it(`${language}: ${text}`, () => {
      const hit = findUnsubscribeWords(text);
      assert.ok(hit);
      assert.deepEqual([hit.language, hit.kind, hit.certainty], [language, kind, 'certain']);
      assert.equal(text.slice(hit.start, hit.end), words);
    });
  }

  it('are only likely where they have another everyday sense and nothing else tells', () => {
    for (const text of [
      'Abmelden',
      'Afmelden',
      'Opt out',
      'Cancel your subscription',
      'Darle de baja',
      'Manage preferences',
      'Preferencias',
    ]) {
      assert.equal(findUnsubscribeWords(text)?.certainty, 'likely', text);
    }
    assert.equal(findUnsubscribeWords('Abmelden oder den Newsletter abbestellen')?.start, 29);
  });

  it('are not seen in look-alikes', () => {
    for (const text of [
      'Subscribe',
      'Remove',
      'Remove item',
      'Account settings',
      'Settings',
      's’abonner',
      'Abonnez-vous',
      'Iscriviti',
      'Inscreva-se',
      'Anmelden',
      'Zapisz się',
      'You can opt out of cookies',
      'Opt-out of Google Analytics',
      'Manage your cookie preferences',
      'Manage preferences: we use cookies',
      'Gérer vos préférences de cookies',
      'resubscribe',
      'cancel',
      'Annuler',
      'cancellation policy',
      'View online',
      '',
    ]) {
      assert.equal(findUnsubscribeWords(text), undefined, text);
    }
  });

  for (const piece of [
    'opt out ',
    'abmelden ',
    'cookie opt out ',
    'stop receiving',
    'remove your email ',
    'a-',
    'é',
    '{',
    'do not wish to ',
  ]) {
    it(`take under a second in a megabyte of ${piece}`, () => {
      assert.ok(cpuTime(() => findUnsubscribeWords(piece.repeat(1e6 / piece.length))) < 1000);
    });
  }
});

describe('unsubscribe expressions', () => {
  it('are known by their names', () => {
    for (const code of [
      'unsubscribeUrl',
      'user.unsub_link',
      '{{ optOutUrl }}',
      'manage_preferences',
      'UNSUBSCRIBE_URL',
      '*|UNSUB|*',
      '<%= unsubscribe_url(@user) %>',
      "route('newsletter.unsubscribe', $user)",
      'listUnsubscribe',
      'one-click-unsubscribe',
      'myunsubscribelink',
      'opt_out_link',
      'OPTOUT',
      'removeMe',
      'desabonnement_url',
      'lienDesinscription',
      'abmeldeLink',
      'urlBaja',
      'uitschrijflink',
      'linkDisiscrizione',
      'wypisz_url',
      'preferences',
      'user.preferences',
      'preferencesUrl',
      'emailPreferences',
      'notification_settings_url',
      'manageSubscriptions',
      'subscription_center_url',
      'profile_center_url',
    ]) {
      assert.ok(isUnsubscribeExpression(code), code);
    }
  });

  it('are not their look-alikes', () => {
    for (const code of [
      'subscribeUrl',
      'isSubscribed',
      'removeItem',
      'cart.remove_url',
      'remove',
      'cookiePreferences',
      'cookie_preferences_url',
      'preferences.theme',
      'onRunSubmit',
      'runsubmit',
      'unsubmitted',
      'unsubstantiated',
      'laptopOutlet',
      'suppressHydrationWarning',
      'cancellationPolicy',
      'cancelUrl',
      'accountSettings',
      'user.name',
      'gaOptout',
      'manageSubmissions',
      'url',
      '',
    ]) {
      assert.ok(!isUnsubscribeExpression(code), code);
    }
  });
});

describe('unsubscribe targets', () => {
  it('are known by path, query, fragment or mail', () => {
    for (const href of [
      'https://example.org/unsubscribe?id=1',
      'https://example.org/mail?action=optout',
      '/opt-out',
      'https://example.org/#/unsubscribe',
      '/preferences',
      '/account/email-preferences',
      '/settings/notifications',
      'https://example.org/d%C3%A9sabonnement',
      '/désinscription',
      '/newsletter/abmelden',
      '/baja',
      '/cancelar-suscripcion',
      '/disiscrizione',
      '/afmelden',
      '/uitschrijven',
      '/wypisz',
      '/rezygnacja',
      '/descadastrar',
      'https://unsubscribe.example.org/x1',
      'mailto:unsubscribe@example.org',
      'mailto:news@example.org?subject=Unsubscribe',
      'mailto:news@example.org?body=x&subject=STOP',
      'mailto:news@example.org?subject=Se%20d%C3%A9sabonner',
      'mailto:remove@example.org',
      '{{ unsubscribe_url }}',
    ]) {
      assert.ok(isUnsubscribeTarget(href), href);
    }
  });

  it('are not their look-alikes', () => {
    for (const href of [
      'https://example.org',
      '/subscribe',
      '/account/settings',
      '/cookie-preferences',
      '/preferences/cookies',
      '/cancelar-pedido',
      '/remove-from-cart',
      '/visit/baja-california',
      'https://optout.aboutads.info/',
      'mailto:info@example.org',
      'mailto:info@example.org?subject=Question',
      '#',
      'data:text/html,unsubscribe',
      '/stop',
      '/cancel',
      '',
    ]) {
      assert.ok(!isUnsubscribeTarget(href), href);
    }
  });

  it('take under a second in a megabyte', () => {
    for (const piece of ['/a', '%C3', '%C3%A9', 'aB', 'mailto:', '&subject=stop']) {
      const text = piece.repeat(1e6 / piece.length);
      assert.ok(cpuTime(() => isUnsubscribeTarget(text)) < 1000, piece);
      assert.ok(cpuTime(() => isUnsubscribeExpression(text)) < 1000, piece);
    }
  });
});
