import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askSecretAt } from '../../../electron/cli/ask-secret.ts';

/** A terminal at which `typed` is typed, a piece at a time. */
async function typeAt(...typed: readonly (string | Buffer)[]) {
  const shown: string[] = [];
  const modes: boolean[] = [];
  const keys = new PassThrough();
  // A stream is all that is read of a terminal, but for how it shows what is typed.
  const stdin = Object.assign(keys, {
    setRawMode(isRaw: boolean) {
      modes.push(isRaw);
      return stdin;
    },
  }) as never;
  const asked = askSecretAt({ stdin, stderr: { write: (text) => shown.push(text) } })('Passphrase');
  for (const piece of typed) {
    keys.write(piece);
    await new Promise(setImmediate);
  }
  return { answer: await asked, shown: shown.join(''), modes };
}

const enter = '\r';

describe('a secret at the terminal', () => {
  it.each([
    ['as it is typed', ['жоўтая “цэгла” 🕊 e\u0301', enter], 'жоўтая “цэгла” 🕊 e\u0301'],
    ['pasted with its line end', ['correct horse\r'], 'correct horse'],
    ['without what Ctrl+U took away', ['wrong\u0015right one', enter], 'right one'],
    ['without the word that Ctrl+W took away', ['one twa \u0017two', enter], 'one two'],
    ['without what backspace took away', ['ab🕊\u007f\bc', enter], 'ac'],
    ['without arrows, whatever they are sent as', ['a\u001b[Db\u001bOCc\u001b[1;5Dd', enter], 'abcd'],
    ['without Tab, Delete, F5, and letters with Alt', ['a\tb\u001b[3~c\u001b[15~d\u001bxe', enter], 'abcde'],
    ['without other control characters', ['a\u0000b\u0001c', enter], 'abc'],
    ['empty, where nothing was typed', [enter], ''],
    ['as nothing, where it was broken off', ['abc', '\u0003'], null],
    ['as nothing, where the input was ended', ['abc', '\u0004'], null],
  ])('is taken %s', async (_, typed, secret) => {
    const { answer, modes } = await typeAt(...typed);
    expect(answer).toBe(secret);
    expect(modes).toEqual([true, false]);
  });

  it('is put together where a letter comes in two pieces', async () => {
    const [first = 0, second = 0] = Buffer.from('ж');
    expect((await typeAt(Buffer.from([first]), Buffer.from([second]), enter)).answer).toBe('ж');
  });

  it('is not shown; a key that writes nothing is heard', async () => {
    const { shown } = await typeAt('secret', '\u001b[A', enter);
    expect(shown).toBe('Passphrase: \u0007\n');
  });
});
