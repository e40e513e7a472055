import { writePdf } from '../electron/services/library/convert/pdf/write-pdf.ts';
import type { GivenFile } from './add-files.ts';

/** The title of the one that has pages. */
export const picturedReport = 'Trial monitoring: forty hearings';

const lines = [
  'Of forty hearings that were attended, in nine the defendant had',
  'seen a lawyer before. In twelve the room was too small for the',
  'public; in seven the public was told to leave, without a reason.',
  '',
  'In five hearings the defendant said that force had been used to',
  'have a confession signed. In none of them was this looked into.',
];

function markdown(name: string, title: string, date: string, language: string, body: string): GivenFile {
  const text = `---\ntitle: "${title}"\ndate: ${date}\nlang: ${language}\n---\n\n# ${title}\n\n${body}\n`;
  return { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
}

/** Files that were made up for pictures; nobody said what is in them. */
export const picturedFiles: readonly GivenFile[] = [
  {
    name: 'trial-monitoring.pdf',
    mimeType: 'application/pdf',
    buffer: writePdf(
      ['Hearings', 'What the defendants said', 'What the courts answered'].map((heading) => [
        { x: 72, y: 720, size: 20, text: heading },
        ...Array.from({ length: 4 }, (_, at) =>
          lines.map((text, line) => ({ x: 72, y: 680 - at * 130 - line * 18, text, size: 13 })),
        ).flat(),
      ]),
      { info: { Title: picturedReport } },
    ),
  },
  markdown(
    'letter.md',
    'Letter to the Chairperson-in-Office',
    '2022-03-14',
    'en',
    'We ask that the mechanism be invoked again.',
  ),
  markdown(
    'svedectvo.md',
    'Сведчанне былога зняволенага',
    '2021-08-09',
    'be',
    'Нас было дванаццаць у камеры на чатырох.',
  ),
  markdown('press.md', 'Заявление правозащитников', '2021-09-01', 'ru', 'Мы требуем открытого расследования.'),
  markdown('erklaerung.md', 'Erklärung zur Lage der Gefangenen', '2022-11-02', 'de', 'Wir fordern ihre Freilassung.'),
];
