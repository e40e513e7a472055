import fc from 'fast-check';

/** Any text at all: all of Unicode, halves of surrogate pairs, and much of what means something in a file format. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
  fc
    .array(fc.constantFrom(...'=+-@\t\r\n\'",;|`*_#>\\&<!.:~$^{}[]()% 1a—“é😀\u0000\u0007\u0085\u2028\ufeff\ufffe'), {
      maxLength: 16,
    })
    .map((all) => all.join('')),
  fc
    .array(
      fc.constantFrom(
        '&#65;',
        '&lt;',
        '<br>',
        '<!--',
        '-->',
        ']]>',
        '</pre>',
        '```',
        '[^1]',
        '---',
        '\n\n',
        '> ',
        'a',
        ' ',
      ),
      { maxLength: 8 },
    )
    .map((all) => all.join('')),
);
