import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

/** One import statement (or re-export, or `import()`): who imports what. Files are relative to the project, with `/`. */
export interface Import {
  readonly from: string;
  /** A file of the project, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

const project = join(import.meta.dirname, '../..');

/** The source files in `folder` of the project. */
export function listSources(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/u.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Everything that `file` imports, for its types or for its values. */
export function readImports(file: string): Import[] {
  const path = join(project, file);
  const { module, errors } = parseSync(path, readFileSync(path, 'utf8'));
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const source = readFileSync(path, 'utf8');
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/gu, ''),
    ),
  ];
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? {
          from: file,
          to: relative(project, resolve(dirname(path), specifier))
            .split(sep)
            .join('/'),
          isPackage: false,
        }
      : { from: file, to: specifier, isPackage: true },
  );
}
