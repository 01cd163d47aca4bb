import type { Element, ElementContent, Properties } from 'hast';
import type { Blockquote, Code, Image, Link, Nodes, Root, Table } from 'mdast';
import { defaultHandlers, type State, toHast } from 'mdast-util-to-hast';
import { element } from '../../markdown/hast.ts';
import type { QuoteFigure } from '../../markdown/quote-figure.ts';
import { changesIn } from '../../quotes/changes.ts';
import type { Edit } from '../../quotes/quote.ts';
import { directionOf, inLanguage } from '../language-tags.ts';
import type { Words } from '../words/index.ts';
import { addressOfWords, speakerIn, verdictsOn } from './quote-facts.ts';

/** What a mail says of the text around: its language, and the site's texts. */
interface MailSetting {
  readonly lang: string;
  readonly words: Words;
}

/** An edition's text as elements that mail programs know; those at the top are what a mail can be cut between. */
export function mailBlocks(root: Root, setting: MailSetting): readonly Element[] {
  const tree = toHast(root, {
    clobberPrefix: '',
    footnoteLabel: setting.words.body.footnotes,
    footnoteLabelProperties: {},
    handlers: {
      html: () => undefined,
      code: (_: State, { value }: Code) => element('pre', {}, element('code', {}, value)),
      image: (_: State, node: Image) => picture(node, setting.words),
      link: (state: State, node: Link) => link(state, node, setting.words),
      table: (state: State, node: Table) => ({
        ...defaultHandlers.table(state, node),
        properties: { className: ['data'] },
      }),
      blockquote: (state: State, node: Blockquote) => quote(node, flow(state, node), setting),
    },
  });
  return tree.type === 'root' ? tree.children.filter((child) => child.type === 'element') : [];
}

function flow(state: State, node: Nodes): readonly ElementContent[] {
  return 'children' in node ? state.wrap(state.all(node), true) : [];
}

/** Pictures are not loaded from elsewhere: that would tell who reads the mail. */
function picture({ url, alt }: Image, { body }: Words): Element {
  return element('a', { href: url }, alt ? body.image(alt) : body.imageWithoutDescription);
}

function link(state: State, node: Link, words: Words): Element {
  const figure = node.data?.figure;
  const title = figure && [speakerIn(figure) ?? words.quote.unknown, ...verdictsOn(figure, words)].join(', ');
  return element('a', { href: node.url, ...(title ? { title } : {}) }, ...state.all(node));
}

/** Layout and no data: what reads tables aloud should not call it one. */
const LAYOUT = { role: 'presentation', width: '100%', cellPadding: '0', cellSpacing: '0', border: '0' };
const NO_BREAK_SPACE = '\u00a0';

/** How far the rule goes on below the last line, to close the quote. */
const FOOT = { width: '36', cellPadding: '0', cellSpacing: '0', border: '0', role: 'presentation' };

/** Who speaks, in words, above the words; a rule beside them that closes below the last line. */
function quote(node: Blockquote, said: readonly ElementContent[], setting: MailSetting): Element {
  const figure = node.data?.figure;
  const address = figure && addressOfWords(figure);
  const dir = directionOf(figure?.lang ?? setting.lang);
  const voice = figure?.speaker ? [`v${figure.speaker.voice}`] : [];
  const language = figure?.lang ? inLanguage(figure.lang, setting.lang) : {};
  const words = element('blockquote', { ...(address ? { cite: address } : {}), ...language }, ...said);
  const foot = element('td', { className: ['foot', ...voice], height: '8' }, NO_BREAK_SPACE);
  return layout(
    { className: ['quote'], ...LAYOUT },
    element(
      'td',
      { className: ['said', ...voice], dir },
      figure && caption(figure, setting),
      words,
      figure?.edits ? changes(figure.edits, setting) : null,
    ),
    element('td', { className: ['close', ...voice], dir }, layout({ ...FOOT }, foot)),
    element('td', { className: ['gap'], height: '16' }, NO_BREAK_SPACE),
  );
}

function layout(properties: Properties, ...cells: readonly Element[]): Element {
  const rows = cells.map((cell) => element('tr', {}, cell));
  return element('table', properties, element('tbody', {}, ...rows));
}

function caption(figure: QuoteFigure, { lang, words }: MailSetting): Element {
  const { speaker, published, original } = figure;
  const address = addressOfWords(figure);
  const when = published && words.dates.day(published);
  const elsewhere = original && element('a', { href: original.href }, original.label);
  const facts = [
    element(
      'strong',
      speaker ? { className: [`n${speaker.voice}`] } : {},
      speakerIn(figure) ?? words.quote.unknown,
    ),
    when && address ? element('a', { href: address }, when) : when,
    ...verdictsOn(figure, words).map((verdict) => element('span', { className: ['verdict'] }, verdict)),
    !when && address && address !== original?.href && element('a', { href: address }, words.edition.source),
    elsewhere,
  ].filter((fact) => fact !== undefined && fact !== false);
  const spaced = facts.flatMap((fact, n) => (n > 0 ? [', ', fact] : [fact]));
  return element('p', { className: ['who'], ...inLanguage(words.lang, lang) }, ...spaced);
}

function changes(edits: readonly Edit[], { lang, words }: MailSetting): Element {
  const said = changesIn(edits).map(({ said: before, quoted }) => {
    if (quoted === '') return words.quote.leftOut(before);
    return before === '' ? words.quote.putIn(quoted) : words.quote.replaced(before, quoted);
  });
  return element('p', { className: ['who'], ...inLanguage(words.lang, lang) }, `${said.join('; ')}.`);
}
