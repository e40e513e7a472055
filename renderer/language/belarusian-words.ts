/** The words of a date, each as `Intl` writes it in Russian and then in Belarusian. */
const words = `
  января студзеня, февраля лютага, марта сакавіка, апреля красавіка, мая мая, июня чэрвеня,
  июля ліпеня, августа жніўня, сентября верасня, октября кастрычніка, ноября лістапада, декабря снежня,
  январь студзень, февраль люты, март сакавік, апрель красавік, май май, июнь чэрвень,
  июль ліпень, август жнівень, сентябрь верасень, октябрь кастрычнік, ноябрь лістапад, декабрь снежань,
  понедельник панядзелак, вторник аўторак, среда серада, четверг чацвер, пятница пятніца, суббота субота,
  воскресенье нядзеля`;

/** The Belarusian word for each Russian word of a date: months after a day and alone, days of the week. */
export const belarusianWords: ReadonlyMap<string, string> = new Map(
  words.split(',').map((pair): [string, string] => {
    const [russian = '', belarusian = ''] = pair.trim().split(' ');
    return [russian, belarusian];
  }),
);
