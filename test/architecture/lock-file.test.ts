import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const project = join(import.meta.dirname, '../..');
const readJson = (name: string) => JSON.parse(readFileSync(join(project, name), 'utf8'));

/** What is wrong with an entry of the lock file: anything but one exact version of a package of the registry. */
function faultOf({ version = '', resolved, integrity = '', link }: LockEntry): string | null {
  if (link) return 'is a link';
  if (!/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/u.test(version)) return `has the version ${version}`;
  if (!/^sha512-[\w+/]{86}==$/u.test(integrity)) return `has the checksum ${integrity}`;
  // Without an address npm asks the registry it is set to, and compares the checksum all the same.
  if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) return `comes from ${resolved}`;
  return null;
}

/** Whether a dependency is asked for by a version, and not by an address, a file or another name. */
const isByVersion = (range: string): boolean => /^[\^~]?\d[\w.-]*$/u.test(range);

describe('package-lock.json', () => {
  const { lockfileVersion, packages } = readJson('package-lock.json');
  const entries = Object.entries<LockEntry>(packages).filter(([path]) => path !== '');

  it('has every package from the registry, in one version, with its SHA-512', () => {
    expect(lockfileVersion).toBe(3);
    expect(entries.length).toBeGreaterThan(100);
    expect(
      entries.flatMap(([path, entry]) => {
        const fault = faultOf(entry);
        return fault === null ? [] : [`${path} ${fault}`];
      }),
    ).toEqual([]);
    expect(entries.filter(([path]) => !/^node_modules\//u.test(path))).toEqual([]);
  });

  it('asks for nothing by an address', () => {
    const { dependencies, devDependencies } = readJson('package.json');
    const ranges = Object.entries<string>({ ...dependencies, ...devDependencies });
    expect(ranges.filter(([, range]) => !isByVersion(range))).toEqual([]);
    const inner = entries.flatMap(([path, { dependencies: needed = {} }]) =>
      Object.entries(needed).map(([name, range]) => `${path} needs ${name} ${range}`),
    );
    expect(inner.filter((line) => /(?:git|https?|file|github):|\.git$/u.test(line))).toEqual([]);
  });

  it('has no package of the program that runs a script when it is installed', () => {
    const shipped = Object.keys(readJson('package.json').dependencies);
    const running = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(running.filter((path) => shipped.includes(path.replace(/^node_modules\//u, '')))).toEqual([]);
  });

  it.each<[string, LockEntry]>([
    ['from an address', { resolved: 'http://registry.npmjs.org/a/-/a-1.0.0.tgz' }],
    ['from a repository', { resolved: 'git+ssh://git@example.org/a.git#0123' }],
    ['from another registry', { resolved: 'https://registry.example.org/a/-/a-1.0.0.tgz' }],
    ['with a weak checksum', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['without a version', { version: 'latest' }],
    ['that is a link', { link: true }],
  ])('would not do with a package %s', (_what, wrong) => {
    const right: LockEntry = { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==` };
    expect(faultOf(right)).toBeNull();
    expect(faultOf({ ...right, ...wrong })).not.toBeNull();
  });
});
