import type { Terminal } from './command.ts';

/** What a terminal does when a line is written in place of the one before. */
const lineAnew = '\r\u001b[K';

/** Control characters in the name of a file could steer the terminal. */
const plain = (line: string): string => line.replace(/\p{Cc}/gu, '\uFFFD');

/** The terminal of a process: progress is shown where standard error is one, and Ctrl+C is heard once. */
export function terminalOf(ofProcess: Pick<NodeJS.Process, 'stderr' | 'on' | 'off'>): Terminal {
  const { stderr } = ofProcess;
  return {
    showProgress(line) {
      if (!stderr.isTTY) return;
      const shown = line === null ? '' : [...plain(line)].slice(0, Math.max(1, (stderr.columns || 80) - 1)).join('');
      stderr.write(`${lineAnew}${shown}`);
    },
    onInterrupt(listener) {
      const hear = (): void => {
        ofProcess.off('SIGINT', hear);
        listener();
      };
      ofProcess.on('SIGINT', hear);
      return () => void ofProcess.off('SIGINT', hear);
    },
  };
}
