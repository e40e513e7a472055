/** The most changes of one letter by which a name still counts as near. */
const nearDistance = 2;

function distanceBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * A hint for somebody who wrote `name`: the names nearest to it, by spelling or because one contains the other, or all
 * of `names` where none is near. Of a path, its last name may be the near one. A complete sentence.
 */
export function hintNames(name: string, names: readonly string[], noun: string): string {
  const wanted = name.slice(0, 100).toLocaleLowerCase('und');
  const isNear = (known: string): boolean => {
    const isPart = wanted !== '' && (known.includes(wanted) || wanted.includes(known));
    return isPart || distanceBetween(wanted, known) <= nearDistance;
  };
  const near = names.filter((candidate) => {
    const known = candidate.toLocaleLowerCase('und');
    return isNear(known) || isNear(known.slice(known.lastIndexOf('/') + 1));
  });
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  return names.length > 0 ? `The ${noun} are: ${names.join(', ')}.` : `There are no ${noun}.`;
}
