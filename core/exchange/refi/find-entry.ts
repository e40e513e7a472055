/** Where the texts of a project lie in its archive: flat, in a folder that programs write in two ways. */
const folder = 'sources/';

/** The paths as they may be meant, best first: of one that leads out of the archive, its last part. */
function meant(path: string): string[] {
  const plain = path
    .trim()
    .replace(/^(?:internal|relative|absolute):\/*/iu, '')
    .replaceAll('\\', '/')
    .replace(/^\/+/u, '');
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  return [`${folder}${plain}`, plain, `${folder}${last}`, last].map((name) => name.toLowerCase());
}

/** A function that gives the file among `names`, the archive's, which a path of the project means; `null` where there is none. */
export function createEntryFinder(names: readonly string[]): (path: string) => string | null {
  const byName = new Map<string, string>();
  for (const name of names) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), name);
  return (path) => {
    for (const name of meant(path)) {
      const found = byName.get(name);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The project's own file among `names`: `project.qde`, or, as ATLAS.ti has it, one that is called after the project. */
export function findProjectFile(names: readonly string[]): string | null {
  const all = names.filter((name) => !name.includes('/') && /\.qde$/iu.test(name));
  return all.find((name) => name.toLowerCase() === 'project.qde') ?? (all.length === 1 ? (all[0] ?? null) : null);
}
