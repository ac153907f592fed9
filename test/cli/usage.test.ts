import assert from 'node:assert/strict';
import { readArguments, UsageError } from '../../server/src/cli/arguments.js';
import { checkOptions } from '../../server/src/cli/checkOptions.js';
import { folderWith, privacylint, removeFolders, ticked } from './run.js';

describe('wrong use of the command line', () => {
  const options = (...words: string[]) => checkOptions(readArguments(words), ['prechecked-consent']);
  const cases: [words: string[], message: RegExp][] = [
    [['--formt', 'json'], /^unknown option --formt; did you mean "--format"\?$/],
    [['--zzz'], /^unknown option --zzz$/],
    [['-x'], /^unknown option -x$/],
    [['--format', 'jsn'], /^--format: "jsn" is not one of stylish, .*; did you mean "json"\?$/],
    [['--format'], /^--format needs a value: --format NAME\[=FILE\]$/],
    [['--format', '--fix'], /^--format needs a value/],
    [['--format', 'json='], /needs a file after the equals sign$/],
    [['--format', 'json', '--format', 'sarif'], /^only one report can go to standard output/],
    [['--fix=yes'], /^--fix takes no value$/],
    [['--fix', '--fix-dry-run'], /choose one$/],
    [['--rule', 'prechecked-consent'], /^--rule prechecked-consent needs a severity/],
    [
      ['--rule', 'prechecked-consnt=off'],
      /^--rule: there is no rule .*; did you mean "prechecked-consent"\?$/,
    ],
    [
      ['--rule', 'prechecked-consent=warn'],
      /^--rule: "warn" is not one of off, .*; did you mean "warning"\?$/,
    ],
    [['--severity', 'eror'], /did you mean "error"\?$/],
    [['--max-warnings', '-1'], /^--max-warnings needs a value/],
    [['--max-warnings=many'], /"many" is not a whole number$/],
    [['--today', '2025-02-30'], /^--today: "2025-02-30" is not a day/],
    [['--locale', 'de'], /^--locale: "de" is not one of en, fr$/],
    [['--stdin-filename', 'a.html'], /^--stdin-filename goes with --stdin$/],
    [['--stdin', 'a.html'], /alone/],
    [['explain', '--fix'], /^"explain" has no option --fix$/],
    [['inspect'], /^"inspect" needs a name/],
    [['inspect', 'a', 'b'], /^"inspect" does not take "b"/],
  ];
  for (const [words, message] of cases) {
    it(`privacylint ${words.join(' ')}`, () => {
      assert.throws(
        () => options(...words),
        (error) => {
          assert.ok(error instanceof UsageError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  it('takes what comes after -- for names', () => {
    assert.deepEqual(options('--', '--fix', 'check').names, ['--fix', 'check']);
  });

  it('takes the first word for the command, options before it or not', () => {
    assert.equal(readArguments(['--locale', 'fr', 'explain', 'x']).command.name, 'explain');
    assert.equal(readArguments(['check', 'explain']).command.name, 'check');
    assert.deepEqual(readArguments(['check', 'explain']).names, ['explain']);
  });

  describe('as a process', function () {
    this.timeout(30_000);
    afterEach(removeFolders);

    it('ends with 2 and one line on standard error, and reviews nothing', () => {
      const cwd = folderWith({ 'form.html': ticked });
      const wrong = privacylint(['--fixx'], { cwd });
      assert.deepEqual(wrong, { code: 2, out: '', err: wrong.err, bytes: Buffer.alloc(0) });
      assert.match(wrong.err, /^privacylint: unknown option --fixx; did you mean "--fix"\?\n$/);
      const command = privacylint(['chek', 'form.html'], { cwd });
      assert.deepEqual([command.code, command.out], [2, '']);
      assert.match(command.err, /there is no command, file or folder "chek"; did you mean "check"\?/);
    });

    it('shows help for each command, and the version', () => {
      const help = privacylint(['--help']);
      assert.equal(help.code, 0);
      assert.match(help.out, /^Usage: privacylint \[check\]/);
      assert.equal(privacylint(['help']).out, help.out);
      assert.match(privacylint(['inspect', '--help']).out, /^Usage: privacylint inspect/);
      assert.equal(privacylint(['help', 'inspect']).out, privacylint(['inspect', '-h']).out);
      assert.match(privacylint(['--version']).out, /^\d+\.\d+\.\d+\S*\n$/);
    });
  });
});
