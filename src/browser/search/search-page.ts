import { resultsInWords, type SearchTexts } from './page-words.ts';
import { FILTERS, isEmpty, type Query, queryAddress, readQuery } from './query.ts';
import { resultItem } from './result-item.ts';
import { listenForKeys } from './result-keys.ts';
import { type Findings, searchEngine } from './search-engine.ts';

/** Results are shown so many at a time. */
const SHOWN = 20;
/** Typing is waited for so long, in milliseconds. */
const PAUSE = 200;

/** Makes the page search: `root` holds the form and the places for what is found. */
export function startSearch(root: HTMLElement): void {
  const form = part(root, 'form', HTMLFormElement);
  const field = part(root, 'input[name=q]', HTMLInputElement);
  const filters = part(root, 'details', HTMLDetailsElement);
  const status = part(root, '[role=status]', HTMLElement);
  const list = part(root, 'ol', HTMLElement);
  const more = part(root, '[data-more]', HTMLButtonElement);
  const older = part(root, '[data-older]', HTMLButtonElement);
  const texts = JSON.parse(root.dataset.texts ?? '{}') as SearchTexts;
  const engine = searchEngine(root.dataset.index ?? '/pagefind/');
  const title = document.title;
  let latest = 0;
  let shown: { readonly query: Query; readonly findings: Findings } | undefined;

  const addItems = async (count: number): Promise<void> => {
    if (!shown) return;
    const { query, findings } = shown;
    const from = list.children.length;
    const found = await Promise.all(findings.hits.slice(from, from + count).map((hit) => hit.data()));
    if (shown?.findings !== findings || list.children.length !== from) return;
    list.append(...found.map((one) => resultItem(one, query, texts)));
    more.hidden = findings.hits.length <= list.children.length;
  };

  const clear = (): void => {
    shown = undefined;
    list.replaceChildren();
    more.hidden = true;
    older.hidden = true;
  };

  const run = async (query: Query, reach: 'near' | 'all' = 'near'): Promise<void> => {
    latest += 1;
    const number = latest;
    document.title = query.q ? `${query.q} · ${title}` : title;
    if (isEmpty(query)) {
      clear();
      status.textContent = '';
      return;
    }
    status.textContent = texts.searching;
    try {
      const findings = await engine.find(query, reach);
      if (number !== latest) return;
      clear();
      shown = { query, findings };
      await addItems(SHOWN);
      if (number !== latest) return;
      const { hits, isPartial } = findings;
      const count = hits.length === 0 ? texts.none : resultsInWords(hits.length, texts);
      status.textContent = isPartial ? `${count} ${texts.partial}` : count;
      older.hidden = !isPartial;
    } catch {
      if (number !== latest) return;
      clear();
      status.textContent = texts.failed;
    }
  };

  const written = (): Query => readQuery(`?${new URLSearchParams(formValues(form))}`);
  const go = (query: Query, how: 'push' | 'replace'): void => {
    const address = queryAddress(location.pathname, query);
    if (address !== `${location.pathname}${location.search}`) {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    void run(query);
  };
  const follow = (): void => {
    const query = readQuery(location.search);
    fill(form, query);
    filters.open ||= FILTERS.some((name) => query.filters[name]);
    void run(query);
  };
  const offerChoices = async (): Promise<void> => {
    const { people, threads } = await engine.manifest();
    offer(
      part(root, '#search-people', HTMLDataListElement),
      people.map((name) => ({ value: name, label: '' })),
    );
    offer(
      part(root, '#search-threads', HTMLDataListElement),
      threads.map((thread) => ({ value: thread.id, label: thread.title })),
    );
  };

  let pause = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    go(written(), 'push');
  });
  part(root, '[data-clear]', HTMLButtonElement).addEventListener('click', () => {
    const query = { q: written().q, filters: {} };
    fill(form, query);
    go(query, 'push');
  });
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => go(written(), 'replace'), PAUSE);
  });
  filters.addEventListener('change', () => go(written(), 'push'));
  filters.addEventListener('toggle', () => {
    offerChoices().catch(() => {
      status.textContent = texts.failed;
    });
  });
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-narrow]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    follow();
    field.focus();
  });
  more.addEventListener('click', async () => {
    const from = list.children.length;
    await addItems(SHOWN);
    list.children[from]?.querySelector<HTMLElement>('.entry-title')?.focus();
  });
  older.addEventListener('click', () => {
    field.focus();
    void run(readQuery(location.search), 'all');
  });
  window.addEventListener('popstate', follow);
  listenForKeys(field, list, () => go(written(), 'replace'));

  for (const without of root.querySelectorAll<HTMLElement>('[data-without]')) without.hidden = true;
  form.hidden = false;
  follow();
}

function part<Kind extends HTMLElement>(root: HTMLElement, selector: string, kind: new () => Kind): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`The page that searches has no ${selector}.`);
}

function formValues(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value;
  return values;
}

function fill(form: HTMLFormElement, { q, filters }: Query): void {
  for (const [name, value] of Object.entries({ q, ...emptyFilters(), ...filters })) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  }
}

function emptyFilters(): Record<string, string> {
  return Object.fromEntries(FILTERS.map((name) => [name, '']));
}

function offer(list: HTMLDataListElement, choices: readonly { value: string; label: string }[]): void {
  if (list.children.length > 0) return;
  list.append(
    ...choices.map(({ value, label }) => {
      const option = document.createElement('option');
      option.value = value;
      if (label) option.label = label;
      return option;
    }),
  );
}
