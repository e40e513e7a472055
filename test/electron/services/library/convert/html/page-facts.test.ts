import { describe, expect, it } from 'vitest';
import { CatalogueFields } from '../../../../../../core/statements/catalogue.ts';
import { readStatedDate } from '../../../../../../electron/services/library/convert/html/stated-date.ts';
import { readStatedLanguage } from '../../../../../../electron/services/library/convert/html/stated-language.ts';
import { convertPage } from './convert-page.ts';

const factsOf = async (page: string) => CatalogueFields.partial().parse((await convertPage(page)).facts);

const sentence = 'The authorities continued to detain people, the organisation said, and courts sentenced them. ';

describe('what a page states of itself', () => {
  it('is taken from its head, with where it stands', async () => {
    const facts = await factsOf(`<html lang=be-tarask><head><title>Crackdown | HRW</title>
      <meta property="og:title" content="Belarus: &ldquo;Crackdown&rdquo;"><meta property="og:site_name" content="Human Rights Watch">
      <meta name="author" content="Jane Doe; John  Smith"><meta property="article:author" content="https://facebook.com/x">
      <meta property="article:published_time" content="2021-01-13T23:30:00-05:00"><meta name="copyright" content="© HRW">
      <p>Text`);
    expect(facts).toEqual({
      title: { value: 'Belarus: “Crackdown”', basis: 'stated', from: 'The page’s <meta> “og:title”.' },
      publisher: { value: 'Human Rights Watch', basis: 'stated', from: 'The page’s <meta> “og:site_name”.' },
      people: {
        value: [
          { name: 'Jane Doe', role: '', as: 'author' },
          { name: 'John Smith', role: '', as: 'author' },
        ],
        basis: 'stated',
        from: 'The page’s <meta> “author”.',
      },
      date: { value: '2021-01-13', basis: 'stated', from: 'The page’s <meta> “article:published_time”.' },
      language: { value: 'be-tarask', basis: 'stated', from: 'The page’s <html lang>.' },
      rights: { value: '© HRW', basis: 'stated', from: 'The page’s <meta> “copyright”.' },
    });
  });

  it('is taken from its data for search engines where the head does not say it', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'A site' },
        {
          '@type': ['NewsArticle'],
          headline: 'Crackdown',
          datePublished: '2021-01-13',
          inLanguage: 'be',
          author: [{ '@type': 'Person', name: 'Jane Doe' }, { '@type': 'Organization', name: 'Viasna' }, 7, null],
          publisher: { name: 'The Monitor' },
        },
      ],
    };
    const facts = await factsOf(`<script type="application/ld+json">${JSON.stringify(data)}</script><p>Text`);
    expect(facts).toMatchObject({
      title: { value: 'Crackdown', from: 'The page’s data for search engines (JSON-LD).' },
      kind: { value: 'news report' },
      date: { value: '2021-01-13' },
      language: { value: 'be' },
      publisher: { value: 'The Monitor' },
      people: {
        value: [
          { name: 'Jane Doe', as: 'author' },
          { name: 'Viasna', as: 'issuer' },
        ],
      },
    });
  });

  it('is nothing where its data for search engines is damaged or made to do harm', async () => {
    for (const data of [
      '{',
      '[1,',
      `${'['.repeat(300_000)}`,
      '{"__proto__": {"@type": "Article", "headline": "x"}}',
      '7',
      'null',
    ]) {
      expect(await factsOf(`<script type="application/ld+json">${data}</script><p>Text`)).toEqual({});
    }
    const circle = '{"@type":"WebPage","@graph":[{"@graph":[{"@graph":[]}]}],"mainEntity":"x"}';
    expect(await factsOf(`<script type="application/ld+json">${circle}</script><p>Text`)).toEqual({});
  });

  it('has the article’s heading for a title, and not the site’s name', async () => {
    const article = `<article><h1>Crackdown</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(6)}</article>`;
    const site = '<header class="site-header"><h1><a href="/">The Monitor</a></h1></header>';
    expect((await factsOf(`<title>Crackdown | The Monitor</title>${site}${article}`)).title).toEqual({
      value: 'Crackdown',
      basis: 'stated',
      from: 'The page’s <h1>.',
    });
    expect((await factsOf('<title>  A \n title </title><p>Text')).title).toMatchObject({
      value: 'A title',
      from: 'The page’s <title>.',
    });
  });

  it('has a date from <time> only where it is the article’s', async () => {
    const text = `<p>${sentence.repeat(3)}</p>`.repeat(6);
    const others = '<aside><time datetime="2024-05-05">5 May</time></aside>';
    expect((await factsOf(`${others}<article><time datetime="2021-01-13">x</time>${text}</article>`)).date).toEqual({
      value: '2021-01-13',
      basis: 'stated',
      from: 'A <time> of the page.',
    });
    expect((await factsOf(`${others}<article>${text}</article>`)).date).toBeUndefined();
  });

  it('is left out where it is no language and no date', async () => {
    expect(await factsOf('<html lang="english please"><meta name=date content="yesterday"><p>Text')).toEqual({});
  });
});

describe('a date that is stated', () => {
  it('is a day, a month or a year, where it can be read in one way only', () => {
    const dates: Readonly<Record<string, string | null>> = {
      '2020-11-05': '2020-11-05',
      '2020-11-05T23:59:59+03:00': '2020-11-05',
      '20201105': '2020-11-05',
      '2020/11/05 10:00': '2020-11-05',
      '2020-11': '2020-11',
      '2020': '2020',
      'Thu, 05 Nov 2020 10:00:00 GMT': '2020-11-05',
      'November 5, 2020': '2020-11-05',
      '05/11/2020': null,
      '2020-02-30': null,
      '2020-13-01': null,
      '5 Mumble 2020': null,
      '': null,
    };
    for (const [text, date] of Object.entries(dates)) expect(readStatedDate(text), text).toBe(date);
  });
});

describe('a language that is stated', () => {
  it('is a tag that can be worded', () => {
    expect(['be', 'sr-Cyrl', 'en_GB', ' zh-Hant-TW ', 'cri'].map(readStatedLanguage)).toEqual([
      'be',
      'sr-Cyrl',
      'en-GB',
      'zh-Hant-TW',
      'cri',
    ]);
    expect(['', null, 'english', 'x', 'und', 'en-toolongsubtag', 'be;ru'].map(readStatedLanguage)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });
});
