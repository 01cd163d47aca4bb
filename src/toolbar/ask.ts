import type { DeskAnswer, DeskRequest, NumberedAnswer } from '../desk/requests.ts';
import { texts } from './texts.ts';

/** Of Astro's helpers what is used here. */
export interface Channel {
  send<Payload>(event: string, payload: Payload): void;
  on<Payload>(event: string, callback: (data: Payload) => void): void;
}

export type Ask = (request: DeskRequest) => Promise<DeskAnswer>;

/** As `src/desk/requests.ts` names them; that module itself holds more than a page needs. */
const ASK = 'quotidian:ask';
const ANSWER = 'quotidian:answer';
/** Milliseconds: a check of a large site takes seconds. */
const PATIENCE = 30_000;

/** Asks the development server; each request gets its own answer. */
export function asking(channel: Channel): Ask {
  const waiting = new Map<number, (answer: DeskAnswer) => void>();
  let last = 0;
  channel.on<NumberedAnswer>(ANSWER, ({ number, answer }) => waiting.get(number)?.(answer));
  return (request) =>
    new Promise((done) => {
      last += 1;
      const number = last;
      const settle = (answer: DeskAnswer) => {
        clearTimeout(timer);
        waiting.delete(number);
        done(answer);
      };
      const timer = setTimeout(() => settle({ kind: 'refused', message: texts.noAnswer }), PATIENCE);
      waiting.set(number, settle);
      channel.send(ASK, { number, request });
    });
}
