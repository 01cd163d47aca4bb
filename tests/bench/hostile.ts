import { FLAVOURS, type FlavourName } from '../../src/bodies/flavours/index.ts';
import { parseHtml } from '../../src/bodies/html.ts';
import { parseMarkdown } from '../../src/bodies/markdown.ts';
import { parsePlain } from '../../src/bodies/plain.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { BLOCKS, LINES } from '../bodies/hostile-marks.ts';
import type { Measurement } from './measure.ts';

/** How often a mark is repeated; once more with half as many, to see how time grows. */
const MANY = 100_000;
/** Twice the text may take three times as long: more is noted by name, for with the square it would take four. */
const MOST_GROWTH = 3;
/** Shorter runs say more about the machine than about the program. */
const LEAST_MS = 100;

/** Whole bodies and threads that repeat what the readers look for. */
export async function measureHostile(): Promise<Measurement[]> {
  const flavours = Object.keys(FLAVOURS) as FlavourName[];
  return [
    measure('plain text', [...MORE_LINES, ...LINES], parsePlain),
    measure('HTML', [...TAGS, ...BLOCKS], parseHtml),
    ...flavours.map((flavour) =>
      measure(`Markdown, ${flavour}`, MARKS, (text) => parseMarkdown(text, flavour)),
    ),
    measure('said, and quoted', SAID, (said) => quotedBy(said, said)),
    measure('said, and quoted with a word changed', SAID, (said) =>
      quotedBy(`${said} harbour lamp ferry tide quay`, `${said} harbour rope ferry tide quay`),
    ),
  ];
}

function measure(what: string, units: readonly string[], read: (text: string) => unknown): Measurement {
  const runs = units.map((unit) => {
    const half = processorTime(() => read(`${unit.repeat(MANY / 2)}x`));
    const whole = processorTime(() => read(`${unit.repeat(MANY)}x`));
    return { unit, whole, growth: whole / Math.max(half, LEAST_MS) };
  });
  const slowest = Math.max(...runs.map(({ whole }) => whole));
  const steep = runs.filter(({ growth }) => growth > MOST_GROWTH);
  const growth = Math.max(...runs.map((run) => run.growth));
  const named = steep.map((run) => `${JSON.stringify(run.unit)} ${run.growth.toFixed(1)} ×`).join(', ');
  const measurement = {
    what: `hostile: ${what}`,
    amount: `${units.length} marks, each ${MANY} times`,
    result: `at most ${slowest.toFixed(0)} ms and ${growth.toFixed(1)} × the time of half as many${named && `; STEEP: ${named}`}`,
  };
  process.stderr.write(`${measurement.what}: ${measurement.result}\n`);
  return measurement;
}

/** In milliseconds: what other programs take of a busy machine is not counted. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1000;
}

function quotedBy(said: string, quoted: string): unknown {
  const post = (id: string, parent: string | null, plain: string) => {
    return { id, parent, author: 'ines', body: { plain } };
  };
  const thread = threadSchema.parse({
    format: 1,
    id: 'hostile',
    title: 'Hostile',
    origin: { platform: 'mail', importer: 'mail' },
    people: { ines: { handle: 'ines' } },
    posts: [post('a', null, said), post('b', 'a', `> ${quoted.replaceAll('\n', '\n> ')}\n\nSo.`)],
  });
  return quoteGraph(readThread(thread));
}

const MORE_LINES = [
  '> ', '>', '>> a\n', '> a\nb\n', '| a\n', '|a|b|\n', 'JD> a\n', '```\n', '```   ', '--\n', '-- \n', '-', '_', '* ',
  'On 3 March 2026, Petra Holm wrote:\n', 'On Tue ', 'wrote: ', '-----Original Message-----\n', 'From: a\n', 'Subject: x\n',
  'Sent from my iPhone\n', 'diff --git a/x b/x\n', '@@ -1,3 +1,4 @@\n', '--- a\n+++ b\n', '>>> import x\n',
  '-----BEGIN PGP SIGNATURE-----\n', 'https://a.example/(', '<', '‹', '[mailto:', '@a', '(', '[quote]', '[/quote]', ' \t',
  '\t\n', '\r', 'a at b. ', '\u200b', 'é', '渡', '…', '"a ', '“', '\n', ' \n', '> [quote]\n', '> <@a:b> ',
]; // prettier-ignore
const TAGS = [
  '<blockquote>', '<b>', '<p>', '<li>', '<br>', '<td>', '<pre> ', '&gt; ', '<a href=x>', '<div class=gmail_quote>', '<!--',
  '<hr>', '<aside class=quote>', '<mx-reply>', '<span class=quote-inline>',
]; // prettier-ignore
const MARKS = [
  '> ', '>', '- ', '*', '**a', '_a', '[', '![', '](', '<b>', '&', '^', '~~', '||', '`', '\\', '|a', '#', ':', '>>> ', '@**',
  '[quote]', '[/quote]', '>!', '^(', '```quote\n', '<@1>', '-# ',
]; // prettier-ignore
const SAID = [
  'a ', 'a b c ', '… ', '[…] a ', '[b] ', '"a" ', '“a b c d” ', 'a\n\n', '- ', "'", '渡', 'ก', 'a@b ', '. ', 'not ',
]; // prettier-ignore
