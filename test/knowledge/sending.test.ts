import assert from 'node:assert/strict';
import { roleOfAddress } from '../../server/src/knowledge/sending.js';
import { cpuTime } from '../support/cpuTime.js';

describe('roles of addresses by the names of their settings', () => {
  for (const [name, role] of Object.entries({
    from: 'from',
    MAIL_FROM_ADDRESS: 'from',
    defaultSender: 'from',
    setFrom: 'from',
    replyTo: 'reply-to',
    REPLY_TO_EMAIL: 'reply-to',
    to: 'to',
    returnPath: 'to',
    supportEmail: 'contact',
  })) {
    it(`${name} is ${role}`, () => assert.equal(roleOfAddress(name), role));
  }

  it('finds nothing in other names', () => {
    for (const name of ['title', 'transform', 'backgroundColor', ''])
      assert.equal(roleOfAddress(name), undefined, name);
  });

  it('is quick with names of a thousand words', () => {
    const names = Array.from({ length: 50 }, (_, i) => `word${i} `.repeat(1000));
    assert.ok(cpuTime(() => names.map(roleOfAddress)) < 1000);
  });
});
