import type { Person } from '../../thread/schema.ts';
import { post, type State } from './state.ts';

const HUES = 24;
const keys = Array.from({ length: HUES }, (_, n) => `s${n}`);

/** As many people as there are hues, and one more, who has one of theirs. */
export const VOICES: Readonly<Record<string, Person>> = Object.fromEntries(
  [...keys, `s${HUES}`].map((key, n) => [key, { handle: `@voice${n}@dock.example`, name: `Voice ${n + 1}` }]),
);

export const VOICE_STATES: readonly State[] = [
  {
    name: 'Twenty-five people, twenty-four hues',
    posts: [
      post('s0', 's0', '<p>Who is there?</p>'),
      ...[...keys.slice(1), `s${HUES}`].map((key) => post(key, key, '<p>I am.</p>', { parent: 's0' })),
    ],
  },
];
