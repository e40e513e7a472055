const latin = /(?:[oaeiy]vi(?:ch|č|cz)|[oe][vuŭw]na)$/iu;
const cyrillic = /(?:[оае]вич|[ае]віч|йович|йовіч|[оеі]вн|[оае]ўн)\p{L}{0,3}$/iu;

/** Whether a word looks like a patronymic, in any case of it. Surnames such as Protasevich look so too. */
export function isPatronymic(word: string): boolean {
  return latin.test(word) || cyrillic.test(word);
}
