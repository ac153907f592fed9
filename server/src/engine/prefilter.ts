import { mentionsSender } from '../knowledge/prefilter.js';

/** True where a text may hold something that a rule would report; a text without any of these marks is not even parsed. */
export function mayHoldFindings(text: string): boolean {
  return MARKUP.test(text) || mentionsSender(text);
}

/** Controls by tag, role, component or property; mails by body or table; links to addresses. */
const MARKUP = /checkbox|radio|switch|<select|<option|checked|toggle|isSelected|valuePropName|<body|<mj-|<table|<Html|email|mailto:/i;
