import { emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { AskSecret } from './passphrases.ts';

/** The terminal that somebody types at: what is typed, whether it is shown, and where the question goes. */
export interface SecretTerminal {
  readonly stdin: Pick<ReadStream, 'on' | 'off' | 'setRawMode' | 'resume' | 'pause'> & NodeJS.ReadableStream;
  readonly stderr: { readonly write: (text: string) => unknown };
}

const bell = '\u0007';

/** What is typed after `key`; `null` where the key writes nothing, so that it must not be taken for a part of a secret. */
function typeKey(typed: readonly string[], text: string | undefined, key: Key): readonly string[] | null {
  if (key.name === 'backspace') return typed.slice(0, -1);
  if (key.ctrl && key.name === 'u') return [];
  if (key.ctrl && key.name === 'w') return [...typed.join('').replace(/\S*\s*$/u, '')];
  const isText = text !== undefined && !key.ctrl && !key.meta && !/[\p{Cc}\uFFFD]/u.test(text);
  return isText ? [...typed, text] : null;
}

/**
 * Asks at a terminal, which shows nothing of what is typed. Backspace, Ctrl+W and Ctrl+U take away what they do anywhere;
 * arrows and other keys that write nothing ring the bell. Ctrl+C and Ctrl+D break it off.
 */
export function askSecretAt({ stdin, stderr }: SecretTerminal): AskSecret {
  return (prompt) =>
    new Promise((resolve) => {
      let typed: readonly string[] = [];
      const end = (answer: string | null): void => {
        stdin.off('keypress', onKey);
        stdin.setRawMode(false);
        stdin.pause();
        stderr.write('\n');
        typed = [];
        resolve(answer);
      };
      const onKey = (text: string | undefined, key: Key): void => {
        if (key.ctrl && (key.name === 'c' || key.name === 'd')) end(null);
        else if (key.name === 'return' || key.name === 'enter') end(typed.join(''));
        else {
          const next = typeKey(typed, text, key);
          if (next === null) stderr.write(bell);
          else typed = next;
        }
      };
      stderr.write(`${prompt}: `);
      stdin.setRawMode(true);
      emitKeypressEvents(stdin);
      stdin.on('keypress', onKey);
      stdin.resume();
    });
}
