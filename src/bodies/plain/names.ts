/**
 * The person's name in what stands before `wrote:` or after `From:`, without addresses, quotation marks and
 * comments; `undefined` where what is left does not look like a name. Precision first: better none than a wrong one.
 */
export function nameIn(text: string): string | undefined {
  const bare = text
    .slice(0, LONGEST)
    .replace(ADDRESS, ' ')
    .replace(EMPTY, ' ')
    .replace(DETOUR, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(EDGES, '')
    .trim();
  const unquoted = WRAPPED.exec(bare)?.[1] ?? bare;
  const name = unquoted.replace(/["“”„«»]/g, '').trim();
  return looksLikeName(name) ? name : undefined;
}

const LONGEST = 300;
// '"Ada Lovelace"', "(Ada Lovelace)"
const WRAPPED = /^["'“”„«(](.{1,300})["'“”»)]$/;
const MOST_WORDS = 7;
// "<ada@quay.example>", "‹address›", "[mailto:ada@quay.example]", "(ada@quay.example)", "ada at quay.example"
const ADDRESS =
  /\(<[^<>]{0,200}>\)|<[^<>]{0,200}>|‹[^‹›]{0,200}›|\[(?:mailto:)?[^[\]\s]{1,200}\]|\([^()]{0,200}[@‹][^()]{0,200}\)|\S{1,100}@\S{1,100}\.\S{1,100}|<\S{0,200}$/g;
// "Petra Holm via quay-dev"
const EMPTY = /\(\s{0,9}\)/g;
const DETOUR = / via \S{1,60}(?: \S{1,60})?\s*$/;
// ", Ada", "Ada,", "* Ada"
const EDGES = /^[\s,;:*-]+|[\s,;:*]+$/g;
const PRONOUNS = new Set(
  [
    'i you he she it we they one who all and or but also then this that which what',
    'ich er sie es wir ihr man je tu il elle on nous vous ils yo él ella nosotros usted io lui lei noi',
    'eu ele ela nós ik hij zij wij jag jeg han hon hun hän я ты он она мы вы они він вона ми ja on ona my',
  ].flatMap((words) => words.split(' ')),
);
const PARTICLES = new Set(
  'van von der den de du da di del della dos la le el al bin ibn ter ten zu af av via at of and y e'.split(
    ' ',
  ),
);

function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  if (!/\p{L}/u.test(name) || words.length > MOST_WORDS || /[!?:;{}<>|=]|\.\.\.|\. \p{Ll}/u.test(name))
    return false;
  if (words.length === 1) return !PRONOUNS.has(name.toLowerCase());
  return !PRONOUNS.has((words[0] ?? '').toLowerCase()) && words.every(looksLikePart);
}

/** A capitalised word, one of a script without capitals, a particle, an initial, a comment. */
function looksLikePart(word: string): boolean {
  return (
    PARTICLES.has(word.toLowerCase()) ||
    /^[("'’]?(?:\p{Lu}|\p{Lo}|\d|@)/u.test(word) ||
    /^\p{Ll}['’]\p{Lu}/u.test(word)
  );
}
