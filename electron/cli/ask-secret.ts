import { StringDecoder } from 'node:string_decoder';
import type { AskSecret } from './passphrases.ts';

/** Ctrl+C and Ctrl+D, as a terminal sends them. */
const breakOff = '\u0003';
const endOfInput = '\u0004';

/** Asks at the terminal, which shows nothing of what is typed. Ctrl+C and Ctrl+D break it off. */
export const askSecretAtTerminal: AskSecret = (prompt) =>
  new Promise((resolve) => {
    const { stdin, stderr } = process;
    const decoder = new StringDecoder('utf8');
    let typed: string[] = [];
    const end = (answer: string | null): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      typed = [];
      resolve(answer);
    };
    const read = (bytes: Buffer): void => {
      for (const sign of decoder.write(bytes)) {
        if (sign === breakOff || sign === endOfInput) {
          end(null);
          return;
        }
        if (sign === '\r' || sign === '\n') {
          end(typed.join(''));
          return;
        }
        if (sign === '\u007f' || sign === '\b') typed.pop();
        else typed.push(sign);
      }
    };
    stderr.write(`${prompt}: `);
    stdin.setRawMode(true);
    stdin.on('data', read);
    stdin.resume();
  });
