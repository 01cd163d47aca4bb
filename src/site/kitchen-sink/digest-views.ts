import type { DigestSummary } from '../pages.ts';
import type { DigestLink, DigestView, SpeakerView, ThreadView } from '../views.ts';

const HREF = '#text';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** The digest as its own page shows it around the text: as much as can be, in every part. */
export function sinkDigest(speakers: readonly SpeakerView[], threads: readonly ThreadView[]): DigestView {
  const everything = speakers.reduce((sum, { words }) => sum + words, 0);
  return {
    slug: 'kitchen-sink',
    href: HREF,
    title: 'The ferry that never was',
    date: '2026-03-11',
    summary:
      'A cancelled sailing lived on in a file for two months. What it took to find out why, and who stood on the quay.',
    editors: ['Ottoline Brack', 'Yusuf Greave'],
    tags: ['transit', 'open data', UNBROKEN].map((name) => ({ name, href: HREF })),
    lang: 'en',
    draft: false,
    issue: 12,
    threads: threads.map((thread) => ({ ...thread, href: HREF, taken: { quotes: 3, posts: 1 } })),
    speakers: speakers.map((speaker) => ({ ...speaker, share: speaker.words / everything })),
    quotes: { verbatim: 11, abridged: 2, altered: 1, unsourced: 3, external: 1 },
    mostQuoted: [],
    minutes: 7,
  };
}

/** What lists make of digests: with a quote, as a draft, and with as little and as much as there can be. */
export function sinkSummaries(digest: DigestView): readonly DigestSummary[] {
  const best = {
    text: 'Whoever prints a timetable promises that somebody will stand there.',
    name: 'Ines Kovar',
    voice: 3,
  };
  return [
    { ...digest, best },
    {
      ...digest,
      draft: true,
      title: 'A draft, whose title is long enough to break over two lines on most screens, or three',
    },
    { ...digest, editors: [], summary: '', title: 'No summary' },
    {
      ...digest,
      lang: 'ar',
      title: 'العبّارة التي لم تكن',
      summary: 'رحلة ملغاة عاشت في ملف شهرين.',
      best: { text: 'متى تصل العبّارة الأولى؟', name: 'نور الحداد', voice: 12 },
    },
    { ...digest, title: UNBROKEN, summary: UNBROKEN, best: { ...best, text: UNBROKEN, name: UNBROKEN } },
  ];
}

/** The digests before and after. */
export const NEIGHBOURS: { readonly previous: DigestLink; readonly next: DigestLink } = {
  previous: { title: 'A bird leaves', href: HREF, date: '2026-03-04', lang: 'en' },
  next: { title: `The long way home, by ${UNBROKEN}`, href: HREF, date: '2026-03-18', lang: 'en' },
};
