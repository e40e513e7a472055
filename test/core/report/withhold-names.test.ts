import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWithholder } from '../../../core/report/withhold-names.ts';
import { hardText } from '../../support/hard-text.ts';
import { bundledStatements } from '../search/statements-for-search.ts';

const texts = bundledStatements().map(({ text }) => text);

/** `text` with the names withheld, the marks shortened to their numbers: ‹1›. */
const without = (names: readonly string[], text: string): string =>
  createWithholder(names)
    .apply(text)
    .replace(/\[name withheld (\d+)\]/gu, '‹$1›');

/** Everything that is withheld of the bundled statements, each once, sorted. */
const foundIn = (names: readonly string[]): string[] => {
  const { find } = createWithholder(names);
  const found = texts.flatMap((text) =>
    find(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ')),
  );
  return [...new Set(found)].sort();
};

describe('names in the bundled statements', () => {
  it('are withheld in every spelling, and no other word is', () => {
    expect(foundIn(['Alexander Lukashenko'])).toEqual([
      'Aleksandr Lukashenka',
      'Alexander Lukashenko',
      'Alyaksandr Lukashenka',
      'Lukashenka',
    ]);
    expect(foundIn(['Sviatlana Tsikhanouskaya'])).toEqual(['Svetlana Tikhanovskaya', 'Sviatlana Tsikhanouskaya']);
    expect(foundIn(['Лукашенко Александр Григорьевич'])).toEqual(foundIn(['Alexander Lukashenko']));
  });

  it('are withheld of each of several people, and titles are left', () => {
    const people = ['Michael Carpenter', 'James Gilmore', 'Hervé Ascensio', 'Roman Protasevich', 'Sofia Sapega'];
    expect(foundIn(people)).toEqual([
      'Ascensio',
      'CARPENTER',
      'Carpenter',
      'Hervé Ascensio',
      'James Gilmore',
      'Michael Carpenter',
      'Protasevich',
      'Roman Protasevich',
      'Sofia Sapega',
    ]);
  });

  it('leave no trace of the surname in any case', () => {
    const { apply } = createWithholder(['Alexander Lukashenko', 'Michael Carpenter']);
    for (const text of texts) expect(apply(text)).not.toMatch(/lukashenk|carpenter/iu);
  });
});

describe('a name', () => {
  it('of several words is withheld whole, and by its surname alone', () => {
    const names = ['Sviatlana Tsikhanouskaya'];
    expect(without(names, 'Sviatlana Tsikhanouskaya spoke, and Tsikhanouskaya left.')).toBe('‹1› spoke, and ‹1› left.');
    expect(without(names, 'Sviatlana spoke.')).toBe('Sviatlana spoke.');
  });

  it('is withheld turned round, with commas, initials, patronymics and second names', () => {
    const names = ['Sviatlana Tsikhanouskaya'];
    for (const written of [
      'Tsikhanouskaya Sviatlana',
      'Tsikhanouskaya, Sviatlana',
      'Tsikhanouskaya, Sviatlana Heorhiyeuna',
      'Sviatlana Heorhiyeuna Tsikhanouskaya',
      'Sviatlana Anna Maria Tsikhanouskaya',
      'Sviatlana “Sveta” Tsikhanouskaya',
      'S. Tsikhanouskaya',
      'S. H. Tsikhanouskaya',
      'S.H. Tsikhanouskaya',
      'Tsikhanouskaya S. H.',
      'Tsikhanouskaya, S.',
    ]) {
      expect(without(names, `It was ${written} who spoke`), written).toBe('It was ‹1› who spoke');
    }
  });

  it('is withheld in Cyrillic, in every case of it', () => {
    const names = ['Sviatlana Tsikhanouskaya'];
    for (const written of ['Светлана Тихановская', 'Светлану Тихановскую', 'Ціханоўскай', 'С. Г. Тихановской']) {
      expect(without(names, `Видели: ${written}, и всё`), written).toBe('Видели: ‹1›, и всё');
    }
    expect(without(['Светлана Тихановская'], 'She met Svetlana Tikhanovskaya.')).toBe('She met ‹1›.');
  });

  it('is withheld in any case of letters, and keeps its possessive', () => {
    const names = ['Alexander Lukashenko'];
    expect(without(names, "LUKASHENKO’S men, lukashenka's men, alexander lukashenko")).toBe(
      "‹1›’S men, ‹1›'s men, ‹1›",
    );
    expect(without(names, 'the Lukashenkos and Lukashenkism')).toBe('the ‹1› and ‹1›');
    expect(without(names, 'Romania, лукашенковский режим, Лукашэнкавы')).toBe('Romania, ‹1› режим, ‹1›');
  });

  it('is withheld where hyphens or invisible characters break it', () => {
    const names = ['Alexander Lukashenko'];
    expect(without(names, 'Lukash-\nenka, Luka\u00ADshenka, Luka\u200Dshenko')).toBe('‹1›, ‹1›, ‹1›');
    expect(without(names, 'the pro-Lukashenka crowd')).toBe('the pro-‹1› crowd');
  });

  it('is withheld where it is part of a file’s name or of an address', () => {
    const names = ['Alexander Lukashenko'];
    expect(without(names, 'lukashenka_2023.pdf')).toBe('‹1›_2023.pdf');
    expect(without(names, 'ReportLukashenka2023.pdf')).toBe('Report‹1›2023.pdf');
    expect(without(names, 'alexander.lukashenko@example.org')).toBe('‹1›@example.org');
  });

  it('has all its halves withheld where it is a double one', () => {
    const names = ['Anna Smith-Jones'];
    expect(without(names, 'Anna Smith-Jones, Ms Jones, Smith')).toBe('‹1›, Ms ‹1›, ‹1›');
    expect(without(['Anna Smith'], 'Anna Smith-Jones and anti-Smith')).toBe('‹1› and anti-‹1›');
  });

  it('may be one of several that a person has', () => {
    const names = ['Alexander Lukashenko; Bat’ka', 'Roman Protasevich'];
    expect(without(names, 'Bat’ka, Roman Protasevich and Lukashenko')).toBe('‹1›, ‹2› and ‹1›');
  });

  it('may be typed with a title, a suffix, or the surname first', () => {
    expect(without(['Dr. Martin King, Jr.'], 'Dr. King met Martin Luther King')).toBe('Dr. ‹1› met ‹1›');
    expect(without(['Carpenter, Michael'], 'Ambassador Carpenter; Michael Carpenter')).toBe('Ambassador ‹1›; ‹1›');
    expect(without(['Ursula von der Leyen'], 'Mrs von der Leyen, Leyen')).toBe('Mrs ‹1›, ‹1›');
  });

  it('leaves what stands beside it and is not of it', () => {
    const names = ['Michael Carpenter'];
    expect(without(names, 'Ambassador Michael Carpenter, U.S. Permanent Representative')).toBe(
      'Ambassador ‹1›, U.S. Permanent Representative',
    );
    expect(without(names, 'Thanks, Michael. Carpenter left.')).toBe('Thanks, Michael. ‹1› left.');
    expect(without(names, 'Michael told Carpenter')).toBe('Michael told ‹1›');
    expect(without(names, 'Carpenter’s Michael and Michael’s Carpenter')).toBe('‹1›’s Michael and Michael’s ‹1›');
    expect(without(names, 'the U.S. Carpenter knows')).toBe('the U.S. ‹1› knows');
  });

  it('that is an ordinary word is left in small letters, unless its given name is beside it', () => {
    expect(without(['Andrew Young'], 'young people and andrew young, Mr Young')).toBe('young people and ‹1›, Mr ‹1›');
    expect(without(['Li Wei'], 'li wei met Mr Wei on the wei')).toBe('‹1› met Mr ‹1› on the wei');
  });

  it('goes to the person it is spelt like, where two are alike', () => {
    expect(without(['Viktar Lukashenka', 'Aleksandr Lukashenka'], 'Aleksandr Lukashenka and Viktar Lukashenka')).toBe(
      '‹2› and ‹1›',
    );
    expect(without(['Maria Ivanova', 'Ivanova Petrova'], 'Maria Ivanova Petrova')).toBe('‹1› ‹2›');
  });
});

describe('a disguised name', () => {
  const names = ['Alexander Lukashenko'];

  it('is withheld with invisible and control characters in it, in any script', () => {
    for (const between of ['\u200B', '\u180E', '\u00AD', '\u2060', '\u{E0041}', '\u0007', '\u{E0100}', '\u3164']) {
      const code = between.codePointAt(0)?.toString(16);
      expect(without(names, `met Luka${between}shenko, who`), code).toBe('met ‹1›, who');
      expect(without(['Muñoz'], `Mu${between}ñoz, Mun\u0303${between}oz`), code).toBe('‹1›, ‹1›');
      expect(without(['张伟'], `是张${between}伟说`), code).toBe('是‹1›说');
      expect(without([`Luka${between}shenko`], 'met Lukashenko'), code).toBe('met ‹1›');
    }
    expect(without(names, 'said\n\fLukashenko\rLukashenko')).toBe('said\n\f‹1›');
    expect(without(names, 'Lukashenko\u200B spoke')).toBe('‹1›\u200B spoke');
  });

  it('is withheld where it mixes scripts', () => {
    expect(without(names, 'Lukаshenko, Лукaшенко, Lυkashenko')).toBe('‹1›, ‹1›, ‹1›');
    expect(without(['Сапега'], 'Cапега и C\u200Bапега')).toBe('‹1› и ‹1›');
    expect(without(['Viktar Babaryka'], 'Бабaрико')).toBe('‹1›');
    expect(without(['Lukаshenko'], 'Lukashenko')).toBe('‹1›');
    expect(without(names, 'сop and cор are left')).toBe('сop and cор are left');
  });

  it('is withheld with a letter in brackets, which go with it', () => {
    expect(without(names, '“[L]ukashenko” and Lukash[e]nko, Lukashenk[a]: [a] man [sic]')).toBe(
      '“‹1›” and ‹1›, ‹1›: [a] man [sic]',
    );
  });

  it('is withheld with vowel signs in Arabic and Hebrew, and without', () => {
    expect(without(['علي'], 'قال عَلِيٌّ و عـلي')).toBe('قال ‹1› و ‹1›');
    expect(without(['عَلِي'], 'قال علي')).toBe('قال ‹1›');
    expect(without(['כהן'], 'אמר כֹּהֵן')).toBe('אמר ‹1›');
  });

  it('is withheld with the whole of a longer word that holds it', () => {
    for (const word of [
      'vlukashenko',
      'freelukashenko',
      'lukashenkospeech',
      'xLukaShenko',
      'alexanderlukashenko',
      'Lukashenki',
      'лукашенковцы',
      'антилукашенковский',
      'Лукашэнкавы',
    ]) {
      expect(without(names, `see #${word}.pdf`), word).toBe('see #‹1›.pdf');
    }
    expect(without(['Ivan Petrov'], 'ivanpetrov, ipetrov@x.by')).toBe('‹1›, ‹1›@x.by');
    expect(without(['Viktar Babaryka'], 'VBabaryka and бабариковцы')).toBe('‹1› and ‹1›');
    expect(without(['لوكاشينكو'], 'ولوكاشينكو')).toBe('‹1›');
    expect(without(names, 'a Lukashenkist’s freelukashenko’s')).toBe('a ‹1›’s ‹1›’s');
  });

  it('is withheld with its given name in such words, and in Polish', () => {
    expect(without(names, 'AlexanderLukashenko2020')).toBe('‹1›2020');
    expect(without(names, 'dla Aleksandra Łukaszenki')).toBe('dla ‹1›');
    expect(without(['Anna Smith'], 'annasmith, smithanna and asmith@x.org')).toBe('‹1›, ‹1› and ‹1›@x.org');
  });

  it('is not seen in ordinary words, nor where it is short', () => {
    expect(without(['Ann Porter'], 'reporters and supporters imported')).toBe('reporters and supporters imported');
    expect(without(['Gary Cooper'], 'cooperation, cooperate')).toBe('cooperation, cooperate');
    expect(without(['Anna Smith'], 'blacksmith')).toBe('blacksmith');
    expect(without(['Bo Read'], 'bread')).toBe('bread');
  });

  it('hardly ever is an ordinary word of the bundled statements', () => {
    for (const surname of [
      'Martin',
      'Walker',
      'Porter',
      'Cooper',
      'Marshall',
      'Franco',
      'Carter',
      'Romano',
      'Parker',
    ]) {
      const others = foundIn([`Zed ${surname}`]).filter((word) => word.toLowerCase() !== surname.toLowerCase());
      expect(others, surname).toEqual([]);
    }
  });
});

describe('a month', () => {
  it('in a date is no name', () => {
    const names = ['Theresa May'];
    for (const date of [
      '9 May 2023',
      '[May 2023?]',
      'May 9',
      '9th of May',
      '2023_May_09',
      'May–June 2023',
      'May to July',
    ]) {
      expect(without(names, date)).toBe(date);
      expect(without(['May'], date)).toBe(date);
    }
  });

  it('is one elsewhere', () => {
    expect(without(['Theresa May'], 'Theresa May 9; in 2019, May resigned; May did.')).toBe(
      '‹1› 9; in 2019, ‹1› resigned; ‹1› did.',
    );
  });
});

describe('many people of one surname', () => {
  const family = Array.from({ length: 200 }, (_, at) => `${'ABCDEFGH'.charAt(at % 8)}na${'x'.repeat(at)} Lukashenko`);

  it('are told apart by what stands beside it', () => {
    expect(without(family, 'Cnaxx Lukashenko and Lukashenko, Hnaxxxxxxx; Lukashenko')).toBe('‹3› and ‹8›; ‹1›');
    expect(without(family, 'B. Lukashenko and Lukashenko, C.')).toBe('‹2› and ‹3›');
    expect(without(family.toReversed(), 'Cnaxx Lukashenko')).toBe('‹198›');
  });

  it('leave in the text what one alone would leave', () => {
    const near = fc.constantFrom(
      'Ana',
      'Bnax',
      'B.',
      'Z.',
      'Lukashenko',
      'lukashenko',
      'Maria',
      'and',
      'said',
      '.',
      ',',
      'del',
    );
    fc.assert(
      fc.property(fc.array(near, { maxLength: 12 }), (written) => {
        const text = written.join(' ');
        const few = createWithholder(['Ana Lukashenko', 'Bnax Lukashenko']).apply(text);
        const others = Array.from({ length: 50 }, (_, at) => `Qq${'x'.repeat(at)} Lukashenko`);
        expect(createWithholder(['Ana Lukashenko', 'Bnax Lukashenko', ...others]).apply(text)).toBe(few);
      }),
    );
  });
});

describe('an id or the name of a file', () => {
  it('loses no letters that stand in it by chance, but every name of three letters', () => {
    const { applyToId } = createWithholder(['e', 'Li', '7', 'Alexander Lukashenko', '张伟', 'Uss']);
    expect(applyToId('003_7caa75fa661d9e47-li.txt')).toBe('003_7caa75fa661d9e47-li.txt');
    expect(applyToId('lukashenko-Uss-张伟.txt')).toBe('[name withheld 4]-[name withheld 6]-[name withheld 5].txt');
  });
});

describe('what is hardly a name', () => {
  it('is taken as it is written', () => {
    expect(without(['A'], 'A man and a plan by A')).toBe('‹1› man and a plan by ‹1›');
    expect(without(['Ivan P.'], 'Ivan P. met Ivan and P')).toBe('‹1›. met Ivan and P');
    expect(without(['+375 29 123-45-67'], 'call +375 (29) 123 45 67 or 67')).toBe('call +‹1› or 67');
    expect(without(['习近平'], '国家主席习近平说')).toBe('国家主席‹1›说');
    expect(without(['😀', '(x+'], 'a 😀😀 b (x+y)')).toBe('a ‹1› b (‹2›+y)');
    expect(without(['O’Brien'], "O'Brien and O’Brien’s")).toBe('‹1› and ‹1›’s');
  });

  it('withholds nothing where it is empty, and keeps its number', () => {
    expect(without(['', ' ; ;', 'Carpenter'], 'Carpenter ; spoke')).toBe('‹3› ; spoke');
    expect(createWithholder([]).find('Carpenter')).toEqual([]);
  });
});

describe('withholding', () => {
  const anyName = fc.oneof(
    hardText.map((text) => text.slice(0, 40)),
    fc.constantFrom(
      'Лукашэнка',
      'Ціханоўская',
      'a.*(',
      '\\',
      '[name',
      'withheld',
      '1',
      '\ud83d',
      '👩‍👩‍👧',
      'torture; regime’s',
    ),
  );

  it('finds places in order that do not overlap, and never throws, whatever the list and the text', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 5 }), hardText, (names, text) => {
        const found = createWithholder(names).find(text);
        let at = 0;
        for (const { start, end, index } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(index).toBeLessThan(names.length);
          at = end;
        }
      }),
    );
  });

  it('again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 5 }), hardText, (names, text) => {
        const { apply } = createWithholder(names);
        expect(apply(apply(text))).toBe(apply(text));
      }),
    );
    expect(without(['name', 'withheld'], 'name withheld')).toBe('‹1› ‹2›');
    const { apply } = createWithholder(['Ціханоўская', '1']);
    expect(apply('Ціханоўская1,486torture')).toBe('[name withheld 1][name withheld 2],486torture');
  });

  it('leaves no single word of the list, wherever it is put', () => {
    fc.assert(
      fc.property(hardText, hardText, fc.constantFrom('Carpenter', 'Лукашэнка', 'Łukašenka', 'مرحبا'), (a, b, name) => {
        fc.pre(!`${a} ${b}`.includes(name));
        expect(createWithholder([name]).apply(`${a} ${name} ${b}`)).not.toContain(name);
      }),
    );
  });
});
