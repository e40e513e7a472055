import { describe, expect, it } from 'vitest';
import { foldTags } from '../../../../core/exchange/fold-tags.ts';
import { importCodes } from '../../../../core/exchange/refi/import-codes.ts';
import { nearestColour } from '../../../../core/exchange/refi/nearest-colour.ts';
import type { RefiCode } from '../../../../core/exchange/refi/refi-project.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { guidFor } from './dialects.ts';

const code = (name: string, more: Partial<RefiCode> = {}): RefiCode => ({
  guid: guidFor(name),
  name,
  colour: '',
  description: '',
  notes: [],
  children: [],
  ...more,
});

const read = (codes: readonly RefiCode[]) => {
  const imported = importCodes(codes, [], () => null);
  return {
    ...imported,
    tags: foldTags(imported.tags),
    told: imported.lines.map(({ sentence }) => inEnglish(sentence)),
  };
};

describe('codes as tags', () => {
  it('makes names that tags can have, and says what they were made of', () => {
    const { tags, lines } = importCodes(
      [code('a/b'), code('c', { name: '' }), code('d', { name: 'x'.repeat(300) })],
      [],
      () => null,
    );
    expect([...foldTags(tags).values()].map(({ name }) => name.length).sort()).toEqual([13, 3, 50]);
    expect(lines.filter(({ outcome }) => outcome === 'changed')).toHaveLength(3);
    expect([...foldTags(tags).values()].map(({ name }) => name)).toContain('a-b');
  });

  it('numbers names that are there twice on a level, and only those', () => {
    const twice = [code('Torture'), code('other', { name: 'torture', children: [code('third', { name: 'torture' })] })];
    const { tags, told } = read(twice);
    expect([...tags.values()].map(({ name }) => name).sort()).toEqual(['Torture', 'torture', 'torture (2)']);
    expect(told).toContain('The tag is called “torture (2)” here.');
  });

  it('reads thousands of codes with one GUID as quickly as any', () => {
    const codes = Array.from({ length: 6_000 }, (_, at) => code(`code ${at}`, { guid: guidFor('a') }));
    expect(Object.keys(importCodes(codes, [], () => null).tags)).toHaveLength(codes.length);
  });

  it('keeps two codes with one GUID apart', () => {
    const { tags, told } = read([code('a'), code('b', { guid: guidFor('a') })]);
    expect(tags.size).toBe(2);
    expect(told).toContain('The file has two codes with one GUID: this one is a tag without highlights.');
  });

  it('puts at the top what lies too deep', () => {
    const deep = [...Array(14).keys()].reduceRight<RefiCode[]>(
      (children, at) => [code(`level ${at}`, { children })],
      [],
    );
    const { tags, told } = read(deep);
    const parents = new Map([...tags.values()].map(({ name, parent }) => [name, parent]));
    expect(parents.get('level 11')).toBe(guidFor('level 10'));
    expect(parents.get('level 12')).toBeNull();
    expect(parents.get('level 13')).toBe(guidFor('level 12'));
    expect(told.filter((line) => line.includes('levels deep'))).toHaveLength(1);
  });

  it('takes a description with the notes on it, as far as one can be long', () => {
    const { tags } = importCodes(
      [code('a', { description: 'One.', notes: ['n'] }), code('b', { description: '😀'.repeat(6_000) })],
      [],
      () => 'Two.',
    );
    const [a, b] = [...foldTags(tags).values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    expect(a?.description).toBe('One.\n\nTwo.');
    expect(b?.description).toBe('😀'.repeat(5_000));
  });

  it('takes twenty thousand codes of one name', () => {
    const many = [...Array(20_000).keys()].map((at) => code(`c${at}`, { name: 'same' }));
    const { names } = importCodes(many, [], () => null);
    expect(new Set(names.values()).size).toBe(20_000);
  });
});

describe('colours of codes', () => {
  it.each([
    ['#ff0000', 'vermilion'],
    ['#FFA500', 'ochre'],
    ['#0f0', 'green'],
    ['#0000ff', 'blue'],
    ['#ff69b4', 'pink'],
    ['#800080', 'pink'],
    ['#008080', 'teal'],
    ['#6a5acd', 'violet'],
    ['#808080', 'slate'],
    ['#000000', 'slate'],
    ['#ffffff', 'slate'],
    ['#FF176A4F', 'green'],
  ])('are the nearest that tags have: %s is %s', (written, colour) => {
    expect(nearestColour(written)?.colour).toBe(colour);
  });

  it('are none where none can be read', () => {
    expect(nearestColour('red')).toBeNull();
    expect(nearestColour('')).toEqual({ colour: 'slate', isExact: true });
  });
});
