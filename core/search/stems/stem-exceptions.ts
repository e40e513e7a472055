/**
 * Words that Snowball would give a stem of other words, or other words' forms another one: the stem and its words.
 * A word that is in no family goes by the rules.
 */
const families: readonly string[] = [
  // Snowball's own exceptions, and what its newer rules keep apart.
  'sky sky skies',
  'die die dies died dying',
  'lie lie lies lied lying',
  'tie tie ties tied tying',
  'news news',
  'early early earlier earliest',
  'only only',
  'ugly ugly uglier ugliest',
  'singly singly',
  'add add adds added adding',
  'bias bias biases biased',
  'proceed proceed proceeds proceeded proceeding proceedings',
  'exceed exceed exceeds exceeded exceeding exceedingly',
  'succeed succeed succeeds succeeded succeeding',
  // Other words that only look alike, from the texts that are read here.
  'interning intern interns interned interning internment',
  'unite unite unites united uniting',
  'authority authority authorities',
  'important important importance importantly',
  'executive executive executives',
  'relative relative relatives',
  'opposite opposite opposites',
  'emergence emerge emerges emerged emerging emergence',
  'humanity humanity',
  'humane humane humanely inhumane inhumanely',
  'president president presidents presidential presidency presidencies',
  'constitution constitution constitutions constitutional constitutionally',
  'officer officer officers',
  'defendant defendant defendants',
  'minority minority minorities',
  'majority majority majorities',
  'protestant protestant protestants',
  'polite polite politely politeness',
  'several several',
  'objective objective objectives objectively',
  'conference conference conferences',
  'evidence evidence',
  'corporal corporal',
  'publication publication publications',
  'extremism extremism extremist extremists',
  'stated stated stating',
  // One word in two spellings or with a plural of its own.
  'defence defence defences defense defenses',
  'offence offence offences offense offenses',
  'licence licence licences license licenses licensed licensing',
  'labour labour labor labours labors',
  'neighbour neighbour neighbours neighbor neighbors neighbouring neighboring',
  'honour honour honours honor honors honoured honored',
  'favour favour favours favor favors favoured favored',
  'behaviour behaviour behaviours behavior behaviors',
  'centre centre centres center centers',
  'programme programme programmes program programs',
  'jail jail jails jailed jailing gaol gaols gaoled',
  'woman woman women',
  'child child children',
  'man man men',
  'beat beat beats beating beatings beaten',
  // Russian: a vowel that comes and goes in a stem.
  'тюрьм тюрьма тюрьмы тюрьме тюрьму тюрьмой тюрьмою тюрем тюрьмам тюрьмами тюрьмах',
  'суд суд суда суду судом суде суды судов судам судами судах',
  'судь судья судьи судье судью судьей судьею судей судьям судьями судьях',
  // Belarusian and Ukrainian: the same, and judges apart from courts.
  'суддз суддзя суддзі суддзю суддзей суддзеў суддзяў суддзям суддзямі суддзях',
  'судд суддя судді суддю суддею суддів суддям суддями суддях',
];

function indexFamilies(): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  for (const family of families) {
    const [stem = '', ...words] = family.split(' ');
    for (const word of words) stems.set(word, stem);
  }
  return stems;
}

/** The stem of each word that the rules are not followed for. */
export const stemExceptions: ReadonlyMap<string, string> = indexFamilies();
