import { type Sentence, say } from '../../sentence.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import type { RefiMedium, RefiProject } from './refi-project.ts';

const ofMedium: Readonly<Record<RefiMedium['kind'], (selections: number) => Sentence>> = {
  picture: (selections) =>
    say(
      /*i18n*/ 'Attest reads no pictures: {selections, plural, =0 {it has no marks.} one {its mark stays out.} other {its # marks stay out.}}',
      { selections },
    ),
  pdf: (selections) =>
    say(
      /*i18n*/ 'Attest reads no PDF files: {selections, plural, =0 {it has no marks.} one {its mark stays out.} other {its # marks stay out.}}',
      { selections },
    ),
  audio: (selections) =>
    say(
      /*i18n*/ 'Attest reads no sound: {selections, plural, =0 {it has no marks.} one {its mark stays out.} other {its # marks stay out.}}',
      { selections },
    ),
  video: (selections) =>
    say(
      /*i18n*/ 'Attest reads no video: {selections, plural, =0 {it has no marks.} one {its mark stays out.} other {its # marks stay out.}}',
      { selections },
    ),
  other: (selections) =>
    say(
      /*i18n*/ 'Attest does not know this kind of source: {selections, plural, =0 {it has no marks.} one {its mark stays out.} other {its # marks stay out.}}',
      { selections },
    ),
};

const ofCount: Readonly<Record<keyof RefiProject['counts'], (count: number) => Sentence>> = {
  cases: (count) =>
    say(/*i18n*/ 'Attest has no cases: {count, plural, one {# case stays out.} other {# cases stay out.}}', { count }),
  variables: (count) =>
    say(
      /*i18n*/ 'Attest has no variables: {count, plural, one {# variable stays out.} other {# variables stay out.}}',
      {
        count,
      },
    ),
  sets: (count) =>
    say(
      /*i18n*/ 'Attest has no sets of codes or documents: {count, plural, one {# set stays out.} other {# sets stay out.}}',
      { count },
    ),
  graphs: (count) =>
    say(/*i18n*/ 'Attest has no graphs: {count, plural, one {# graph stays out.} other {# graphs stay out.}}', {
      count,
    }),
  unknown: (count) =>
    say(
      /*i18n*/ 'The format does not have {count, plural, one {# part of the project: it stays out.} other {# parts of the project: they stay out.}}',
      { count },
    ),
};

/** The line for sets of codes, in a codebook. */
export function setsLeftOut(count: number, item: string): ReportLine[] {
  return count === 0 ? [] : [{ outcome: 'refused', item, sentence: ofCount.sets(count) }];
}

/** A line for everything in `project` that Attest has no place for; `links` is how many links say something that is not kept. */
export function leftOut(project: RefiProject, links: number): ReportLine[] {
  const lines: ReportLine[] = [];
  const refuse = (item: string, sentence: Sentence): void => {
    lines.push({ outcome: 'refused', item, sentence });
  };
  for (const { kind, name, selections } of project.media) refuse(firstWords(name), ofMedium[kind](selections));
  const whole = firstWords(project.name);
  for (const key of ['cases', 'variables', 'sets', 'graphs', 'unknown'] as const) {
    const count = project.counts[key];
    if (count > 0) refuse(whole, ofCount[key](count));
  }
  if (links > 0) {
    refuse(
      whole,
      say(/*i18n*/ 'Attest has no links: {count, plural, one {# link stays out.} other {# links stay out.}}', {
        count: links,
      }),
    );
  }
  if (project.description.trim() !== '') {
    refuse(
      firstWords(project.description),
      say(/*i18n*/ 'The description of the project as a whole has no place in Attest.'),
    );
  }
  for (const { name, description, codings, variables } of project.sources) {
    const item = firstWords(name);
    if (description.trim() !== '') {
      refuse(item, say(/*i18n*/ 'The memo on this source stays out: Attest keeps notes on passages only.'));
    }
    if (codings > 0) {
      refuse(
        item,
        say(
          /*i18n*/ '{count, plural, one {# code on the whole source stays out} other {# codes on the whole source stay out}}: Attest tags passages only.',
          { count: codings },
        ),
      );
    }
    if (variables > 0) {
      refuse(
        item,
        say(
          /*i18n*/ 'Attest has no variables: {count, plural, one {# value of this source stays out.} other {# values of this source stay out.}}',
          { count: variables },
        ),
      );
    }
  }
  return lines;
}
