import fc from 'fast-check';

const pieces = [
  'torture',
  'Лукашэнка',
  'Ціханоўская',
  '1,486',
  'ill-treatment',
  '“quoted”',
  "'straight'",
  'regime’s',
  '\u00a0',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '👩‍👩‍👧',
  '🇧🇾',
  'e\u0301',
  'مرحبا',
  'שלום',
  '漢字',
  '\u00ad',
  '\u200b',
  '.',
  ': ',
  '  • item',
  'MODERATOR:\u00a0 ',
];

/** Text as hard as it comes: emoji of several code points, combining marks, right-to-left, non-breaking spaces, labels. */
export const hardText = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme', maxLength: 4 })),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').replace(/\r\n?/gu, '\n'));
