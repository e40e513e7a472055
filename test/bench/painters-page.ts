import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { attestSubject } from './attest-subject.ts';
import type { PainterSubject } from './painter-subject.ts';
import { recogitoSubject } from './recogito-subject.ts';

/** What can paint: nothing at all, Attest, and Recogito by each of its renderers. */
export type PainterName = 'nothing' | 'attest' | 'recogito-css' | 'recogito-spans';

/** What the page offers to the one who measures. Times in milliseconds, until the frame has been painted. */
export interface PainterBench {
  readonly showText: (text: string) => void;
  readonly timePainting: (name: PainterName, highlights: readonly PlacedHighlight[]) => Promise<number>;
  readonly timeAdding: (highlight: PlacedHighlight) => Promise<number>;
}

declare global {
  interface Window {
    painterBench: PainterBench;
  }
}

const nothing: PainterSubject = { paintAll: () => {}, isPainted: () => true, add: () => {}, hasAdded: () => true };

function subjectFor(name: PainterName, root: HTMLElement, highlights: readonly PlacedHighlight[]): PainterSubject {
  if (name === 'nothing') return nothing;
  if (name === 'attest') return attestSubject(root, highlights);
  return recogitoSubject(root, highlights, name === 'recogito-css' ? 'CSS_HIGHLIGHTS' : 'SPANS');
}

/** From the beginning of `work` to the end of the frame in which `isDone`. */
function timeUntilPainted(work: () => void, isDone: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const look = (): void => {
        if (!isDone()) {
          requestAnimationFrame(look);
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(null);
      };
      work();
      // Whatever painted at once is shown by this very frame.
      look();
    });
  });
}

/** Every paragraph is one element with one text node, the break after it included: positions count as in the text. */
function showText(root: HTMLElement, text: string): void {
  let start = 0;
  for (const paragraph of text.split(/(?<=\n\n)/u)) {
    const element = document.createElement('p');
    const piece = document.createElement('span');
    piece.dataset['start'] = String(start);
    piece.textContent = paragraph;
    element.append(piece);
    root.append(element);
    start += paragraph.length;
  }
}

const root = document.querySelector<HTMLElement>('#text');
if (!root) throw new Error('The page has no place for the text');
let subject = nothing;
window.painterBench = {
  showText: (text) => showText(root, text),
  timePainting: (name, highlights) => {
    subject = subjectFor(name, root, highlights);
    return timeUntilPainted(subject.paintAll, subject.isPainted);
  },
  timeAdding: (highlight) => timeUntilPainted(() => subject.add(highlight), subject.hasAdded),
};
