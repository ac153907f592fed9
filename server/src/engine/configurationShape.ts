import { type Severity, severities } from '../rules/rule.js';
import {
  type ConfigurationFile,
  type ConfiguredProvider,
  type ConfiguredSuppression,
  type Contact,
  emailKinds,
  grounds,
  type KnownNames,
  type Override,
  type Recipient,
  type Reference,
  type RuleSetting,
  recipientRoles,
  type Settings,
} from './configuration.js';
import { type FieldsOf, object, placed, record } from './configurationObjects.js';
import {
  anyObject,
  boolean,
  choice,
  list,
  listOrOne,
  nameOf,
  type Shape,
  shown,
  spanOf,
  text,
} from './configurationReader.js';
import { isDate } from './dates.js';

type RuleSettingObject = Exclude<RuleSetting, string>;

const settingWords = ['off', ...severities] as const;
const severity = choice<'off' | Severity>(settingWords);
const date = text(/^\d{4}-\d{2}-\d{2}$/, 'expected-date', isDate);
const words = list(text());
const patterns = listOrOne(text());

const settingObject = object<RuleSettingObject>({
  severity: {
    shape: severity,
    description:
      'The strongest severity of the rule’s findings; weaker ones stay as they are. “off” silences the rule.',
  },
  options: { shape: anyObject, description: 'Options of the rule, as its page describes them.' },
});

const ruleSetting: Shape<RuleSetting> = {
  schema: { $ref: '#/definitions/ruleSetting' },
  read(node, complain) {
    if (node.type === 'object') return settingObject.read(node, complain);
    if (node.type === 'string') return severity.read(node, complain);
    complain(node, 'expected-setting', {
      value: shown(node),
      names: settingWords.map((w) => `"${w}"`).join(', '),
    });
    return undefined;
  },
};

/** What the schemas refer to. */
export const definitions = { ruleSetting: { anyOf: [severity.schema, settingObject.schema] } };

const reference: Shape<Reference> = {
  schema: { type: 'string', examples: ['privacylint:recommended', 'privacylint:strict', './base.json'] },
  read(node, complain) {
    const to = text().read(node, complain);
    return to === undefined ? undefined : { to, span: spanOf(node) };
  },
};

const contact = object<Contact>({
  email: {
    shape: text(),
    description: 'An address that someone reads; offered in place of a no-reply address.',
  },
  privacyNotice: {
    shape: text(),
    description: 'Address or path of the privacy notice; offered where a link is missing.',
  },
  identity: {
    shape: text(),
    description: 'Name and postal address of the sender, as a mail’s footer states them.',
  },
  unsubscribe: {
    shape: text(),
    description:
      'What a link to unsubscribe points to: an address, or a tag of the mail’s template language.',
  },
});

const recipient = object<Recipient>({
  name: { shape: text(), description: 'The company’s name.', required: true },
  role: { shape: choice(recipientRoles), description: 'Its role under GDPR Art. 4(7)–(8), 26, 28.' },
  contract: { shape: date, description: 'Date of the contract with it (GDPR Art. 26 or 28), YYYY-MM-DD.' },
});

const component = object<NonNullable<Settings['components']>[string]>({
  tag: {
    shape: text(),
    description: 'The HTML element that it stands for: input, label, a, form, option …',
    required: true,
  },
  type: { shape: text(), description: 'The input type: checkbox, radio, switch …' },
  props: {
    shape: record(text()),
    description: 'Prop → HTML attribute, where the names differ: { "isSelected": "checked" }.',
  },
});

const provider = object<ConfiguredProvider>({
  name: { shape: text(), description: 'The name that messages use.' },
  unsubscribe: {
    shape: words,
    description: 'Tags that become a link to unsubscribe; the first is the one that repairs write.',
  },
  preferences: { shape: words, description: 'Tags that become a link to a page of preferences.' },
  viewOnline: { shape: words, description: 'Tags that become a link to the mail on the web.' },
  address: { shape: words, description: 'Tags that become the sender’s postal address.' },
  formHosts: {
    shape: words,
    description: 'Hosts that its sign-up forms post to; “*.” stands for any subdomain.',
  },
  addsFooter: {
    shape: boolean,
    description: 'Whether it adds a footer with a way out to mails that have none.',
  },
});

const suppression = placed(
  object<Omit<ConfiguredSuppression, 'span'>>({
    fingerprint: {
      shape: text(/^[0-9a-f]{16}$/, 'expected-fingerprint'),
      description: 'The finding’s fingerprint, as “privacylint check --format json” gives it.',
      required: true,
    },
    reason: { shape: text(), description: 'Why the finding may stay.', required: true },
    ground: { shape: choice(grounds), description: 'The kind of reason.' },
    until: {
      shape: date,
      description: 'The last day on which it holds, YYYY-MM-DD; then the finding is reported again.',
    },
    files: {
      shape: patterns,
      description:
        'Only in these files (gitignore syntax): mails made from one boilerplate share fingerprints.',
    },
  }),
);

/** What a configuration file may hold, given the names that it may use. */
export function configurationShape(known: KnownNames): Shape<ConfigurationFile> {
  const shared: FieldsOf<Settings> = {
    extends: {
      shape: listOrOne(reference),
      description:
        'Configurations to build upon: “privacylint:recommended”, “privacylint:strict”, or files relative to this one. Later ones win, and this file wins over them.',
    },
    rules: {
      shape: record(ruleSetting, { known: known.rules, unknown: 'unknown-rule' }),
      description:
        'Rule id → “off”, the strongest severity its findings may have, or both severity and options.',
    },
    ignore: { shape: patterns, description: 'Files and folders that are not reviewed, in gitignore syntax.' },
    email: {
      shape: record(choice(emailKinds)),
      description:
        'Files (gitignore syntax) → kind of mail, where the text alone does not tell. Later ones win.',
    },
    provider: {
      shape: nameOf(known.providers),
      description: 'The mail provider, by its id; mails whose tags name another one keep that one.',
    },
    jurisdiction: {
      shape: listOrOne(text(/^[a-z]{2}(-[a-z0-9]{1,3})?$/, 'expected-jurisdiction')),
      description:
        'Where the people addressed live: “eu”, country codes of two letters, parts of a country such as “us-ca”. Shifts severities and texts.',
    },
    audience: {
      shape: choice(['b2c', 'b2b']),
      description: 'Whether consumers or only businesses are addressed.',
    },
    contact: {
      shape: contact,
      description: 'What repairs write where a contact, a notice or an identity is missing.',
    },
    hosts: { shape: words, description: 'The site’s own hosts; “*.” stands for any subdomain.' },
    recipients: {
      shape: record(recipient),
      description: 'Register of recipients: host → the company that receives data there.',
    },
    components: {
      shape: record(component),
      description: 'Import or name of a component → the HTML element that it stands for.',
    },
    vocabulary: {
      shape: record(record(words, { known: known.purposes, unknown: 'unknown-name' })),
      description: 'Further words: language code → purpose → words that speak of it.',
    },
    providers: {
      shape: record(provider),
      description: 'Mail providers that are not built in, by an id of your choice.',
    },
    fields: {
      shape: record(words),
      description: 'Purpose of a form → kinds of data that it needs and may ask for.',
    },
    dialects: {
      shape: record(nameOf(known.dialects)),
      description: 'Files (gitignore syntax) → dialect to read them with, whatever their names say.',
    },
    suppressions: {
      shape: list(suppression),
      description:
        'Findings that may stay, for files that must not be touched; elsewhere a directive beside the place is better.',
    },
  };
  const override = object<Override>(
    {
      files: {
        shape: patterns,
        description: 'The files meant, in gitignore syntax, relative to the configuration’s folder.',
        required: true,
      },
      ...shared,
    },
    { overrides: 'not-in-overrides', $schema: 'not-in-overrides' },
  );
  const overrides = {
    shape: list(override),
    description: 'Further settings for some files. Later ones win.',
  };
  return object<ConfigurationFile>(
    { ...shared, overrides },
    { $schema: { type: 'string', description: 'The JSON Schema that editors check this file against.' } },
  );
}
