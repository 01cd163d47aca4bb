import type { Fidelity } from '../../../src/quotes/quote.ts';
import { type Judged, judgeAll } from './judged.ts';
import { KINDS } from './kinds.ts';

/** Rows of cells, the first the head. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Report {
  readonly tables: readonly Table[];
  /** What the issue asks for and was not reached, in a sentence each. */
  readonly missed: readonly string[];
}

const SEEDS = [1, 2, 3, 4, 5] as const;
/** The issue's: of what is traced, this share must be right. */
const PRECISION = 0.999;

/** How many quotes whose source is known are traced to it, and to nothing else: per kind, and per fidelity. */
export function reportTruth(): Report {
  const judged = SEEDS.flatMap(judgeAll);
  const byKind = Map.groupBy(judged, ({ expected }) => expected.kind);
  const kinds = [...byKind].map(([name, those]) => ({ name, ...sumOf(those), target: targetOf(name) }));
  const fidelities = FIDELITIES.map((fidelity) => ({ fidelity, ...sumOfFidelity(judged, fidelity) }));
  const all = sumOf(judged);
  const flags = flagsOf(judged);
  const missed = [
    ...kinds
      .filter(({ target, right, traceable }) => target !== undefined && right < target * traceable)
      .map(
        ({ name, right, traceable, target }) =>
          `“${name}”: ${percent(right, traceable)} traced, ${percent(target ?? 1, 1)} asked for.`,
      ),
    ...(all.right < PRECISION * (all.right + all.wrong)
      ? [`Precision is ${percent(all.right, all.right + all.wrong)}, ${percent(PRECISION, 1)} asked for.`]
      : []),
    ...flags
      .filter(([, bad]) => bad > 0)
      .map(([what, bad, of]) => `${what}: ${bad} of ${of}, none asked for.`),
  ];
  return { tables: [kindTable(kinds), fidelityTable(fidelities, all), flagTable(flags)], missed };
}

const FIDELITIES: readonly Fidelity[] = ['verbatim', 'abridged', 'altered', 'unsourced'];

interface Sum {
  readonly quotes: number;
  readonly traceable: number;
  readonly right: number;
  readonly wrong: number;
  /** Said of it what is right, be it that there is no source. */
  readonly judgedRight: number;
}

function sumOf(judged: readonly Judged[]): Sum {
  const count = (holds: (one: Judged) => boolean) => judged.filter(holds).length;
  return {
    quotes: judged.length,
    traceable: count(({ expected }) => expected.source !== null),
    right: count(({ isRight }) => isRight),
    wrong: count(({ isWrong }) => isWrong),
    judgedRight: count(({ expected, quote, isWrong }) => {
      return quote !== undefined && !isWrong && expected.right.includes(quote.fidelity);
    }),
  };
}

/** Of those that are of a fidelity how many are said to be, and of those said to be how many are. */
function sumOfFidelity(judged: readonly Judged[], fidelity: Fidelity) {
  const are = judged.filter(({ expected }) => expected.right[0] === fidelity);
  const said = judged.filter(({ quote }) => quote?.fidelity === fidelity);
  const isOne = ({ expected, quote, isWrong, isRight }: Judged) =>
    quote !== undefined &&
    expected.right.includes(quote.fidelity) &&
    !isWrong &&
    (isRight || fidelity === 'unsourced');
  return {
    are: are.length,
    found: are.filter((one) => one.quote?.fidelity === fidelity && isOne(one)).length,
    said: said.length,
    rightly: said.filter(isOne).length,
  };
}

function targetOf(name: string): number | undefined {
  return KINDS.find((kind) => kind.name === name)?.target;
}

type Flag = readonly [what: string, bad: number, of: number];

function flagsOf(judged: readonly Judged[]): readonly Flag[] {
  const count = (those: readonly Judged[], bad: (one: Judged) => boolean, what: string): Flag => [
    what,
    those.filter(bad).length,
    those.length,
  ];
  const named = judged.filter(({ expected, isRight }) => expected.misattributed !== undefined && isRight);
  const wrongly = named.filter(({ expected }) => expected.misattributed);
  const rightly = named.filter(({ expected }) => !expected.misattributed);
  const passedOn = judged.filter(({ expected, isRight }) => expected.via !== undefined && isRight);
  return [
    count(
      judged.filter(({ expected }) => !expected.right.includes('verbatim')),
      ({ quote }) => quote?.fidelity === 'verbatim',
      'changed words called verbatim',
    ),
    count(
      judged.filter(({ expected }) => expected.right[0] === 'altered'),
      ({ quote }) => quote?.fidelity === 'abridged',
      'undeclared changes called declared',
    ),
    count(
      judged,
      ({ isFalselyVerbatim }) => isFalselyVerbatim,
      'called verbatim, and the passage says otherwise',
    ),
    count(wrongly, ({ quote }) => quote?.misattributed === undefined, 'named somebody else, not told'),
    count(
      rightly,
      ({ quote }) => quote?.misattributed !== undefined,
      'named who said it or nobody known, and blamed',
    ),
    count(
      passedOn,
      ({ expected, quote }) => quote?.source?.via?.join(' ') !== (expected.via?.join(' ') || undefined),
      'handed on, the way not as it was',
    ),
  ];
}

function kindTable(kinds: readonly (Sum & { name: string; target: number | undefined })[]): Table {
  return {
    title: 'Traced, per kind',
    rows: [
      ['kind of quote', 'quotes', 'recall', 'asked for', 'precision', 'judged rightly'],
      ...kinds.map(({ name, quotes, traceable, right, wrong, judgedRight, target }) => [
        name,
        String(quotes),
        traceable === 0 ? '–' : percent(right, traceable),
        target === undefined ? '–' : percent(target, 1),
        right + wrong === 0 ? '–' : percent(right, right + wrong),
        percent(judgedRight, quotes),
      ]),
    ],
  };
}

function fidelityTable(
  fidelities: readonly ({ fidelity: Fidelity } & ReturnType<typeof sumOfFidelity>)[],
  { right, wrong, traceable }: Sum,
): Table {
  return {
    title: 'Per fidelity',
    rows: [
      ['fidelity', 'quotes of it', 'recall', 'said of', 'precision'],
      ...fidelities.map(({ fidelity, are, found, said, rightly }) => [
        fidelity,
        String(are),
        percent(found, are),
        String(said),
        percent(rightly, said),
      ]),
      [
        'any source',
        String(traceable),
        percent(right, traceable),
        String(right + wrong),
        percent(right, right + wrong),
      ],
    ],
  };
}

function flagTable(flags: readonly Flag[]): Table {
  return {
    title: 'Must not be',
    rows: [['what', 'found', 'of'], ...flags.map(([what, bad, of]) => [what, String(bad), String(of)])],
  };
}

function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  // Rounded down, so that nothing less than all is called 100 %.
  return `${(Math.floor((10_000 * part) / whole + 1e-9) / 100).toFixed(2)} %`;
}
