import { expect, it } from 'vitest';
import { latestOwnStamp } from '../../../core/workspace/own-time.ts';
import { newWorkspace } from '../../../core/workspace/workspace.ts';
import { Researcher, twoPeople } from '../exchange/two-people.ts';

it('is that of the change made last, whatever others wrote since', () => {
  expect(latestOwnStamp(newWorkspace('w'))).toBe('');
  const [anna, boris] = twoPeople();
  const id = anna.highlight(0, ['torture']);
  const made = latestOwnStamp(anna.workspace);
  expect(made).toMatch(/ anna$/u);
  anna.tag(id, []);
  const untagged = latestOwnStamp(anna.workspace);
  expect(untagged > made).toBe(true);
  boris.merge(anna.send()).note(id, 'His');
  anna.merge(boris.send());
  expect(latestOwnStamp(anna.workspace)).toBe(untagged);
  anna.delete(id);
  expect(latestOwnStamp(anna.workspace) > untagged).toBe(true);
});

it('is found in a hundred thousand highlights', () => {
  const anna = new Researcher('Anna');
  const id = anna.highlight(0);
  const highlight = anna.workspace.highlights[id];
  if (!highlight) throw new Error('There is no highlight.');
  const many = Array.from({ length: 100_000 }, (_, n) => [`h${n}`, { ...highlight, id: `h${n}` }] as const);
  const workspace = { ...anna.workspace, highlights: Object.fromEntries(many) };
  expect(latestOwnStamp(workspace)).toMatch(/ anna$/u);
});
