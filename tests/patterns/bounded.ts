const FOUND_NEAR = 'each place looks at no more characters than the bounds in it';
const ATTRIBUTION = 'an attribution of at most 600 characters';

/** Patterns that recheck cannot prove linear, and what bounds their time, by literal. */
export const BOUNDED: ReadonlyMap<string, string> = new Map([
  [
    String.raw`/(?<=[.!?…。！？]["'”’»)\]]{0,4})\s+|\n/`,
    'looks at the five characters before a space, and at no space twice',
  ],
  [String.raw`/\p{RGI_Emoji}|\p{Extended_Pictographic}|[\p{Emoji_Modifier}\ufe0f\u200d]/gv`, FOUND_NEAR],
  [String.raw`/\/+$/`, 'the base path, which the owner of the site sets'],
  [String.raw`/-+$/`, 'a name cut to 40 characters'],
  [String.raw`/^("|'|&quot;)(.*?)\1(?=\s|$)(.*)$/`, 'a BBCode tag of at most 300 characters'],
  [String.raw`/\s+(?:via|on behalf of)\s+\S.*$/i`, 'a name cut to 400 characters'],
  [String.raw`/\s+[^\s@]+@[^\s@]+$/`, 'a name cut to 400 characters'],
  [String.raw`/^[\s"'“”«»,;:(]+|[\s"'“”«»,;:)]+$/g`, 'a name cut to 400 characters'],
  [String.raw`/<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]/g`, FOUND_NEAR],
  [String.raw`/#narrow\/\S{1,600}\/near\/(\d{1,20})$/`, FOUND_NEAR],
  [
    String.raw`/^[#*=_<>[\]( -]*(?:[#*=_-]{2}|[[(<])[#*=_<>[\]( -]*(\p{L}.*?\p{L})[.!:]?[#*=_<>\])\s-]*$/u`,
    'a line of at most 120 characters',
  ],
  [String.raw`/^\p{Ll}[\p{L}\p{N}’'-]*[^?!]*$/u`, 'a line of at most 40 characters'],
  [String.raw`/[<(‹[][^<>()‹›[\]]{0,100}(?:@[^<>()‹›[\]]{1,200}[>)\]]|›)/`, FOUND_NEAR],
  [String.raw`/^ {0,3}\[[^\]^\n][^\]\n]{0,99}\]:[ \t]*\S[^\n]{0,500}$/gm`, FOUND_NEAR],
  [String.raw`/^-{1,10}(?: |(?=\p{Lu}))|\s*-{3,10}$|\s*[:：]$/gu`, ATTRIBUTION],
  [String.raw`/(?:<[^<>\s]{1,100}@[^<>\s]{1,100}>|‹[^‹›]{1,200}›)$/`, ATTRIBUTION],
  [String.raw`/(\d[^\s(]{0,20}) \([^()]{0,60}\)/g`, ATTRIBUTION],
  [
    String.raw`/\(<[^<>]{0,200}>\)|<[^<>]{0,200}>|‹[^‹›]{0,200}›|\[(?:mailto:)?[^[\]\s]{1,200}\]|\([^()]{0,200}[@‹][^()]{0,200}\)|\S{1,100}@\S{1,100}\.\S{1,100}|<\S{0,200}$/g`,
    'a name cut to 300 characters',
  ],
  [String.raw`/\n\s*\S/`, 'a text of at most 400 characters'],
  [String.raw`/^[\s,;:*-]+|[\s,;:*]+$/g`, 'a name cut to 300 characters'],
  [String.raw`/[{}]$|[)\]}"'];$|\s=\s.{0,200};$/`, FOUND_NEAR],
  [String.raw`/^[\s(<*_]+|[\s)>*_.!]+$/g`, 'a line of at most 160 characters'],
  [
    String.raw`/[,.;–—-]\s{1,3}\S.{0,60}(?:excuse|typo|brevity|pardon|forgive|sorry|apolog|entschuldig|tippfehler|disculp|désolé|excus|foutjes)/iu`,
    'a line of at most 160 characters',
  ],
  [String.raw`/[<(][^<>()]{0,100}@[^<>()]{1,200}[>)]/`, FOUND_NEAR],
  [String.raw`/[>›]$|\s(?:by|von|par|por|da|door|av|od|от) [^\s@]{1,64}@[^\s@]{1,200}$/`, FOUND_NEAR],
  [String.raw`/[^\s<>@]{1,64}@[^\s<>@]{1,255}/`, FOUND_NEAR],
  [String.raw`/\bhtml\b|\bview (?:it|this)\b.{0,60}\bbrowser\b/i`, FOUND_NEAR],
  [
    String.raw`/<([^<>.\s]{1,100})[^<>\s]*>/`,
    'each "<" looks a hundred times at most, and not beyond the next "<"',
  ],
  [String.raw`/(?<![\w.+-])[\w.+-]{1,64} at (?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi`, FOUND_NEAR],
  [
    String.raw`/(?<![\w.+-])[\w.+-]{1,64} at (?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?=[>)]?(?: \([^()]{0,100}\))? (?:wrote|writes)\b)/gi`,
    FOUND_NEAR,
  ],
  [String.raw`/^(.{1,200}) via .{1,200}$/`, FOUND_NEAR],
  [
    String.raw`/^(@[\w-]{1,60}) (?:commented|wrote|said|replied)(?: (?:on|at|in) [^:\n]{1,80}(?::\d\d){0,2}[^:\n]{0,40})?:$/`,
    FOUND_NEAR,
  ],
  [
    String.raw`/^(~{3,}|` +
      '`' +
      String.raw`{3,}) *(?:\{?\.?([\w+./#-]{1,40}) *([^ ~` +
      '`' +
      String.raw`][^~` +
      '`' +
      String.raw`]{0,300})?\}?)?$/`,
    FOUND_NEAR,
  ],
]);
