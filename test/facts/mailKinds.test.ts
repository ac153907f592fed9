import assert from 'node:assert/strict';
import { inspect } from '../../server/src/engine/inspect.js';

type Kind = 'marketing' | 'transactional' | 'unclear';

const mail = (title: string, body: string) =>
  `<!doctype html><html xmlns:v="urn:schemas-microsoft-com:vml"><head><title>${title}</title></head><body><table role="presentation" width="600" cellpadding="0"><tr><td>${body}</td></tr></table></body></html>`;

/** Subject, words, kind: what a reader would say of each. */
const CASES: Readonly<Record<string, readonly (readonly [title: string, body: string, kind: Kind])[]>> = {
  en: [
    ['Reset your password', 'Use the link within an hour.', 'transactional'],
    ['Your receipt', 'Order number 81. Discount: 5 €.', 'transactional'],
    [
      'Ada mentioned you',
      'Ada mentioned you in “Rooms”. <a href="/x/unsubscribe">Unsubscribe</a>',
      'transactional',
    ],
    ['We have updated our privacy policy', 'The changes hold from May.', 'transactional'],
    ['20 % off until Sunday', 'Book now and save.', 'marketing'],
    ['What’s new this month', 'Read more about our new features.', 'marketing'],
    ['Happy new year', 'from all of us', 'marketing'],
  ],
  fr: [
    ['Réinitialisation', 'Choisissez un nouveau mot de passe.', 'transactional'],
    ['Votre réservation', 'Nous avons bien reçu votre demande.', 'transactional'],
    ['Mise à jour de nos conditions', 'Elles valent dès mai.', 'transactional'],
    ['Nos offres spéciales', 'Profitez de 20 % de remise.', 'marketing'],
    ['La lettre d’information de juin', 'Découvrez nos actualités.', 'marketing'],
  ],
  de: [
    ['Passwort zurücksetzen', 'Der Link gilt eine Stunde.', 'transactional'],
    ['Ihre Rechnung', 'Bestellnummer 81', 'transactional'],
    ['Neue Nachricht von Ada', 'Ada hat Ihnen geschrieben.', 'transactional'],
    ['Unsere Angebote', 'Jetzt buchen: 20 % Rabatt', 'marketing'],
    ['Newsletter im Juni', 'Neuheiten aus dem Hafen', 'marketing'],
  ],
  es: [
    ['Confirma tu correo', 'Gracias por registrarte.', 'transactional'],
    ['Factura de tu pedido', 'Número de pedido 81', 'transactional'],
    ['Rebajas', 'Descuento del 20 %: compra ahora', 'marketing'],
    ['Boletín de junio', 'Novedades de la posada', 'marketing'],
  ],
  it: [
    ['Reimposta la password', 'Il link vale un’ora.', 'transactional'],
    ['Il tuo ordine', 'Conferma di spedizione', 'transactional'],
    ['Saldi', 'Sconto del 20 %: prenota ora', 'marketing'],
    ['Newsletter di giugno', 'Scopri le novità', 'marketing'],
  ],
  nl: [
    ['Wachtwoord vergeten', 'De link geldt een uur.', 'transactional'],
    ['Je bestelling', 'Factuur en bestelnummer', 'transactional'],
    ['Aanbiedingen', 'Nu met korting', 'marketing'],
    ['Nieuwsbrief van juni', 'Ontdek de haven', 'marketing'],
  ],
  pt: [
    ['Redefinir a senha', 'O link vale uma hora.', 'transactional'],
    ['Fatura da sua encomenda', 'Confirmação de envio', 'transactional'],
    ['Promoções', 'Desconto de 20 %: reserve agora', 'marketing'],
    ['Boletim de junho', 'Novidades do porto', 'marketing'],
  ],
  pl: [
    ['Zresetuj hasło', 'Link jest ważny godzinę.', 'transactional'],
    ['Faktura', 'Twoje zamówienie zostało wysłane', 'transactional'],
    ['Wyprzedaż', 'Rabat 20 %: zarezerwuj teraz', 'marketing'],
    ['Newsletter na czerwiec', 'Odkryj nowości', 'marketing'],
  ],
};

async function kindOf(text: string, path = 'emails/a.html') {
  return (await inspect({ text, path }))?.facts.message?.kind;
}

describe('kinds of mails in eight languages', () => {
  for (const [language, cases] of Object.entries(CASES))
    for (const [title, body, kind] of cases)
      it(`${language}: “${title}” is ${kind}`, async () => {
        assert.equal(await kindOf(mail(title, body)), kind);
      });

  it('content beats the names of files and folders', async () => {
    const offer = mail('Special offers', 'Book now and save 20 % off. *|UNSUB|*');
    assert.equal(await kindOf(offer, 'emails/transactional_basic.html'), 'marketing');
    const notice = mail('Changes to our terms of service', 'They hold from May.');
    assert.equal(await kindOf(notice, 'newsletters/terms.html'), 'transactional');
  });

  it('a directive and the configuration beat content', async () => {
    const text = mail('Special offers', 'Book now and save 20 % off.');
    assert.equal(await kindOf(`<!-- privacylint-email transactional -->\n${text}`), 'transactional');
  });

  it('one block of advertising makes a receipt marketing, and the evidence says so', async () => {
    const receipt = 'Order number 81. Your invoice is attached.';
    assert.equal(await kindOf(mail('Your receipt', receipt)), 'transactional');
    const block = '<p>Limited time: save up to 20 %. <a href="https://hotel.example/spa">Book now</a></p>';
    const found = await inspect({ text: mail('Your receipt', receipt + block), path: 'emails/a.html' });
    const message = found?.facts.message;
    assert.equal(message?.kind, 'marketing');
    assert.ok(message?.evidence.some(({ what }) => what.startsWith('mixed: ')));
  });

  it('templates whose words stand in a catalogue are known by its keys', async () => {
    for (const [text, path] of [
      ["<p>{{ 'shop.email.password_reset.subject'|trans }}</p>", 'views/emails/user.html.twig'],
      ["<p>{{ __('shop::app.emails.orders.created.title') }}</p>", 'views/emails/created.blade.php'],
      ['<p><%= t("mailer.forgot_password.greeting") %></p>', 'app/views/mailers/forgot_password.html.erb'],
    ] as const)
      assert.equal(await kindOf(text, path), 'transactional', path);
  });

  it('a fragment among mails is one where its name says of which kind; other files are none', async () => {
    const text = '<p>Hello {{ name }}</p>';
    assert.equal(await kindOf(text, 'templates/emails/order_confirmation.html.twig'), 'transactional');
    assert.equal(await kindOf(text, 'templates/emails/row.html.twig'), undefined);
    assert.equal(await kindOf(text, 'templates/pages/order_confirmation.html.twig'), undefined);
  });
});
