/** What time it is, and how to let it pass, in milliseconds. */
export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** Milliseconds between two requests to a host. */
const BREATH = 500;

/** Lets one piece of work at a time reach a host, each a breath after the one before, and none before `notBefore`. */
export interface Pace {
  run<Result>(host: string, work: () => Promise<Result>): Promise<Result>;
  notBefore(host: string, time: number): void;
}

export function openPace({ now, wait }: Clock): Pace {
  const queues = new Map<string, Promise<unknown>>();
  const earliest = new Map<string, number>();
  const notBefore = (host: string, time: number) =>
    earliest.set(host, Math.max(time, earliest.get(host) ?? 0));
  return {
    notBefore,
    run(host, work) {
      const turn = (queues.get(host) ?? Promise.resolve()).then(async () => {
        await wait(Math.max(0, (earliest.get(host) ?? 0) - now()));
        return work().finally(() => notBefore(host, now() + BREATH));
      });
      queues.set(
        host,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
