import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeLicences, describeMaterials } from '../../../electron/launch/describe-packages.mjs';
import { readShippedPackages } from '../../../electron/launch/shipped-packages.mjs';

const project = join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(join(project, name), 'utf8');
const program = JSON.parse(read('package.json'));
const packages = readShippedPackages(project);

/** Licences that let the program be passed on with a notice; and the one other, of the one package that has it. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);
const fonts = /^@fontsource(?:-variable)?\//u;

const isAllowed = (name: string, licence: string): boolean =>
  allowed.has(licence) ||
  (licence === 'OFL-1.1' && fonts.test(name)) ||
  (licence === 'CPAL-1.0 OR AGPL-1.0' && name === 'citeproc');

describe('the packages of the program', () => {
  it('are under licences that were looked at', () => {
    expect(packages.filter(({ name, licence }) => !isAllowed(name, licence))).toEqual([]);
    expect(packages.length).toBeGreaterThan(Object.keys(program.dependencies).length);
    expect(isAllowed('anything', 'AGPL-3.0-only')).toBe(false);
    expect(isAllowed('anything', 'OFL-1.1')).toBe(false);
  });

  it('are all that it depends on, and Electron, without what it is only made with', () => {
    const names = new Set(packages.map(({ name }) => name));
    for (const name of [...Object.keys(program.dependencies), 'electron', 'citeproc', 'scheduler']) {
      expect(names.has(name), name).toBe(true);
    }
    for (const name of ['vite', 'vitest', '@playwright/test', 'node-fetch', 'jszip', '@types/mdast']) {
      expect(names.has(name), name).toBe(false);
    }
  });
});

describe('THIRD_PARTY_NOTICES.txt', () => {
  it('is what “npm run notices” writes now', () => {
    expect(read('THIRD_PARTY_NOTICES.txt')).toBe(describeLicences(packages));
  });

  it('names each package with its licence, and has the text of each', () => {
    const notices = read('THIRD_PARTY_NOTICES.txt');
    for (const { name, version, licence, text } of packages) {
      expect(notices).toContain(`${name} ${version} (${licence})\n`);
      expect(text.length, name).toBeGreaterThan(200);
      expect(notices).toContain(text);
    }
  });
});

/** What CycloneDX 1.5 asks of a bill of materials, as far as ours has it (https://cyclonedx.org/docs/1.5/json/). */
const Licence = z.union([
  z.strictObject({ license: z.strictObject({ id: z.string().regex(/^[\w.+-]+$/u) }) }),
  z.strictObject({ expression: z.string() }),
]);
const component = {
  'bom-ref': z.string().min(1),
  group: z.string().startsWith('@').optional(),
  name: z.string().min(1),
  version: z.string().min(1),
  licenses: z.array(Licence).length(1),
  purl: z.string().regex(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/u),
};
const Materials = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  version: z.int().min(1),
  metadata: z.strictObject({ component: z.strictObject({ ...component, type: z.literal('application') }) }),
  components: z.array(
    z.strictObject({
      ...component,
      type: z.enum(['library', 'framework']),
      scope: z.literal('required'),
      hashes: z
        .array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/u) }))
        .length(1),
    }),
  ),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('sbom.cdx.json', () => {
  it('is what “npm run notices” writes now, and no different for another order of what it is given', () => {
    const direct = Object.keys(program.dependencies);
    expect(read('sbom.cdx.json')).toBe(describeMaterials(program, direct, packages));
    expect(read('sbom.cdx.json')).toBe(describeMaterials(program, [...direct].reverse(), packages));
  });

  it('is a CycloneDX 1.5 bill of materials, each reference in it known and said once', () => {
    const materials = Materials.parse(JSON.parse(read('sbom.cdx.json')));
    const references = [materials.metadata.component, ...materials.components].map((one) => one['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    expect(materials.dependencies.map(({ ref }) => ref)).toEqual(references);
    const known = new Set(references);
    for (const { dependsOn } of materials.dependencies) {
      expect(dependsOn.filter((reference) => !known.has(reference))).toEqual([]);
    }
    const reached = new Set(materials.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect(references.slice(1).filter((reference) => !reached.has(reference))).toEqual([]);
  });
});
