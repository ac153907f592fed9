// Rule pages and the README's table, from the rules' metadata.

const words = {
  en: {
    severity: 'Severity',
    repair: 'Repairs',
    why: 'Why it matters',
    remedy: 'What to do',
    basis: 'Legal basis',
    exceptions: 'What it lets pass',
    bad: 'Reported',
    good: 'Not reported',
    fix: 'safe, may run on save',
    offer: 'offered, never run unasked',
    other: 'En français',
    note: 'Privacylint points to what may breach a duty; it is not legal advice.',
    severities: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
  },
  fr: {
    severity: 'Gravité',
    repair: 'Corrections',
    why: 'Pourquoi',
    remedy: 'Que faire',
    basis: 'Base juridique',
    exceptions: 'Ce que la règle laisse passer',
    bad: 'Signalé',
    good: 'Non signalé',
    fix: 'sûre, peut s’appliquer à l’enregistrement',
    offer: 'proposée, jamais appliquée d’office',
    other: 'In English',
    note: 'Privacylint signale ce qui peut contrevenir à une obligation ; ce n’est pas un conseil juridique.',
    severities: { error: 'erreur', warning: 'avertissement', information: 'information', hint: 'suggestion' },
  },
};

/** Texts with places for data, read without any. */
const plain = (text) => text.replace(/\{\w+\}/g, '…');

/** The page of a rule, in one of the product's languages. @param say gives a text in it. */
export function pageOf(rule, locale, say) {
  const w = words[locale];
  const other = locale === 'en' ? `fr/${rule.id}.md` : `../${rule.id}.md`;
  const parts = [
    `# ${rule.id}`,
    `${say(rule.what)}`,
    `**${w.severity}:** ${w.severities[rule.severity]} · [${w.other}](${other})`,
    `## ${w.why}\n\n${say(rule.why)}`,
    `## ${w.remedy}\n\n${say(rule.remedy)}`,
  ];
  const repairs = Object.values(rule.repairs ?? {});
  if (repairs.length) {
    parts.push(
      `## ${w.repair}\n\n${repairs.map((r) => `- ${plain(say(r.title))} (${w[r.safety]})${r.follow ? `. ${plain(say(r.follow))}` : ''}`).join('\n')}`,
    );
  }
  if (rule.basis?.length) {
    parts.push(
      `## ${w.basis}\n\n${rule.basis.map((b) => `- ${b.url ? `[${say(b.name)}](${b.url})` : say(b.name)}`).join('\n')}\n\n${w.note}`,
    );
  }
  if (rule.exceptions?.length)
    parts.push(`## ${w.exceptions}\n\n${rule.exceptions.map((e) => `- ${say(e)}`).join('\n')}`);
  for (const kind of ['bad', 'good']) {
    const examples = rule.examples?.[kind] ?? [];
    if (examples.length)
      parts.push(
        `## ${w[kind]}\n\n${examples.map((e) => `\`\`\`${e.language}\n${e.code}\n\`\`\``).join('\n\n')}`,
      );
  }
  return `${parts.join('\n\n')}\n`;
}

/** The README's table. */
export function tableOf(rules) {
  const rows = rules.map((r) => {
    const kinds = new Set(Object.values(r.repairs ?? {}).map((repair) => repair.safety));
    const repair = kinds.has('fix') ? 'fix' : kinds.has('offer') ? 'offer' : '–';
    return `| [${r.id}](docs/rules/${r.id}.md) | ${r.severity} | ${r.what.en} | ${repair} |\n`;
  });
  return `| rule | default | what it sees | repair |\n|---|---|---|---|\n${rows.join('')}`;
}
