import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Change {
  readonly from: string;
  readonly to: string;
}

/** What is changed in the files of pdf.js, by their names. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  'pdf.mjs': [
    // It would load a native canvas where there is one, and complain where there is none; nothing is drawn in Node.
    { from: 'canvas = require("@napi-rs/canvas");\n    } catch', to: 'canvas = undefined;\n    } catch' },
  ],
  'pdf.worker.mjs': [
    // A glyph of several letters, such as lam with alef, is turned with the line, and would come out with its letters the wrong way round.
    {
      from: 'textChunk.str.push(glyphUnicode);',
      to: 'textChunk.str.push(/^[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]{2,}$/u.test(glyphUnicode) ? [...glyphUnicode].reverse().join("") : glyphUnicode);',
    },
    // A soft hyphen that is drawn is one that is read, and so are the marks that part or join letters, which turn with their line.
    {
      from: 'if (category.isInvisibleFormatMark) {',
      to: 'if (category.isInvisibleFormatMark && !/^[\\u00ad\\u200c\\u200d]$/u.test(glyph.unicode)) {',
    },
    {
      from: '} else if (0x0700 <= charCode && charCode <= 0x08ac ||',
      to: '} else if (charCode === 0x200c || charCode === 0x200d || 0x0700 <= charCode && charCode <= 0x08ac ||',
    },
    // Where nothing is drawn between two letters a new piece begins, into whose gap another font may have drawn a letter.
    { from: 'const SPACE_IN_FLOW_MAX_FACTOR = 0.6;', to: 'const SPACE_IN_FLOW_MAX_FACTOR = 0;' },
  ],
};

const changed = /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/](pdf(?:\.worker)?\.mjs)(?:\?|$)/u;

/** By what name the tables of characters are asked for, and what they are then called among modules. */
const tablesName = 'pdfjs-dist/cmaps';
const tablesId = '\0pdfjs-dist/cmaps';

/** A module with the tables of characters that come with pdf.js: an object with the Base64 of each, by its file's name. */
function writeTables(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  const names = readdirSync(folder).filter((name) => name.endsWith('.bcmap'));
  const tables = names.map((name) => [name, readFileSync(join(folder, name), 'base64')] as const);
  return `export default ${JSON.stringify(Object.fromEntries(tables))};`;
}

/**
 * What the build and the tests change in pdf.js where it reads text, as a plugin of Vite and Rolldown; pages are shown by it unchanged. Its
 * tables of characters become the module `pdfjs-dist/cmaps`, so that none is looked for on the disk. Throws where a place
 * that is changed is not there as it was in the version this was written for.
 */
export const adaptPdfJs = {
  name: 'adapt-pdfjs',
  enforce: 'pre' as const,
  resolveId: (source: string): string | null => (source === tablesName ? tablesId : null),
  load: (id: string): string | null => (id === tablesId ? writeTables() : null),
  transform(code: string, id: string): { code: string; map: null } | null {
    const name = changed.exec(id)?.[1];
    if (name === undefined) return null;
    let adapted = code;
    for (const { from, to } of changes[name] ?? []) {
      const parts = adapted.split(from);
      if (parts.length !== 2) throw new Error(`${name} of pdf.js is not the version that it is adapted from: ${from}`);
      adapted = parts.join(to);
    }
    return {
      code: `/*! Changed for Attest: see electron/services/library/convert/pdf/adapt-pdfjs.ts */\n${adapted}`,
      map: null,
    };
  },
};
