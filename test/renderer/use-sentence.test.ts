import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { fail } from '../../core/result.ts';
import { say, sayInTurn } from '../../core/sentence.ts';
import { type Told, useSentence } from '../../renderer/controls/use-sentence.ts';

const russian = {
  '{count, plural, one {# change} other {# changes}} could not be found again.':
    '{count, plural, one {Не нашлось # изменение.} few {Не нашлось # изменения.} other {Не нашлось # изменений.}}',
  'There is no tag “{name}”: look at the names in the codebook.': 'Метки «{name}» нет: посмотрите в список меток.',
};

const notFound = (count: number) =>
  say(/*i18n*/ '{count, plural, one {# change} other {# changes}} could not be found again.', { count });
const noTag = (name: string) => say(/*i18n*/ 'There is no tag “{name}”: look at the names in the codebook.', { name });
const untranslated = say(/*i18n*/ 'Nothing says this in Russian.');

function Said({ told }: { readonly told: Told }): ReactNode {
  return useSentence()(told);
}

function inRussian(told: Told): string {
  const i18n = setupI18n({ locale: 'ru', messages: { ru: russian } });
  return renderToStaticMarkup(createElement(I18nProvider, { i18n }, createElement(Said, { told })));
}

it.each([
  ['a sentence is translated', noTag('катаванні'), 'Метки «катаванні» нет: посмотрите в список меток.'],
  ['a value is no message', noTag('{x} #'), 'Метки «{x} #» нет: посмотрите в список меток.'],
  ['a fault is told by its sentence', fail('not-found', noTag('a')).fault, 'Метки «a» нет: посмотрите в список меток.'],
  ['one is counted as its language counts', notFound(21), 'Не нашлось 21 изменение.'],
  ['few are counted as its language counts', notFound(3), 'Не нашлось 3 изменения.'],
  [
    'sentences in turn are each translated',
    sayInTurn([notFound(5), untranslated]),
    'Не нашлось 5 изменений. Nothing says this in Russian.',
  ],
  ['what has no translation is English', untranslated, 'Nothing says this in Russian.'],
  ['what is text alone stays as it is', { message: 'It is so.' }, 'It is so.'],
])('%s', (_, told, expected) => {
  expect(inRussian(told)).toBe(expected);
});
