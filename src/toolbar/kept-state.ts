/** What outlives the loading of a page again, which every change brings. */
export interface KeptState {
  readonly isOpen?: boolean;
  readonly draft?: string;
  readonly place?: string;
  readonly message?: string;
}

const KEPT = 'quotidian-desk';

export function keptState(): KeptState {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as KeptState;
  } catch {
    return {};
  }
}

export function keepState(change: KeptState): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ ...keptState(), ...change }));
  } catch {
    // What is chosen holds for this page.
  }
}
