import { element } from '../browser/copy/html.ts';
import type { Desk, DeskAnswer, OverlayEdit } from '../desk/requests.ts';
import type { Ask } from './ask.ts';
import { type ChosenQuote, chosenQuote, threadHere } from './chosen-quote.ts';
import { button, field, option } from './controls.ts';
import { draftList } from './draft-list.ts';
import { keepState, keptState } from './kept-state.ts';
import { type PostForm, postForm } from './post-form.ts';
import { texts } from './texts.ts';

/** The app's window. */
export interface Panel {
  readonly element: HTMLElement;
  /** Asks anew for what it shows. */
  refresh(): Promise<void>;
  copyQuote(): Promise<void>;
  insertQuote(): Promise<void>;
  /** Takes notice of what is chosen on the page. */
  choose(): void;
}

export function makePanel(ask: Ask, close: () => void): Panel {
  const status = element('p', { role: 'status' });
  const [quoteHint, draftsPlace, undoPlace] = [
    element('p', {}, texts.quote.hint),
    element('div', {}),
    element('div', {}),
  ];
  const held = field('textarea', texts.quote.markdown, { readonly: 'readonly', rows: '4' });
  const drafts = field('select', texts.quote.draft);
  const place = field('select', texts.quote.place);
  for (const [value, text] of Object.entries(texts.quote.places)) place.control.append(option(value, text));
  const insertButton = button(texts.quote.insert, () => void insertQuote());
  const intoDraft = element('div', {}, drafts.label, place.label, insertButton);
  const quoting = element(
    'section',
    { 'aria-label': texts.quote.heading },
    element('h3', {}, texts.quote.heading),
    quoteHint,
    held.label,
    button(texts.quote.copy, () => void copyQuote()),
    intoDraft,
  );
  const form: PostForm = postForm((edit) => void decide(edit));
  const panel = element(
    'section',
    { class: 'panel', role: 'dialog', 'aria-label': texts.name, tabindex: '-1' },
    element('div', { class: 'head' }, element('h2', {}, texts.name), button(texts.close, close)),
    status,
    undoPlace,
    ...(threadHere() ? [quoting, form.element] : []),
    element('h3', {}, texts.drafts.heading),
    draftsPlace,
  );
  let desk: Desk = { drafts: [] };
  let chosen: ChosenQuote | null = null;
  const say = (message: string, isRefused = false): void => {
    status.textContent = message;
    status.classList.toggle('refused', isRefused);
    keepState({ message: isRefused ? '' : message });
  };
  const refused = (answer: DeskAnswer): boolean => {
    if (answer.kind === 'refused') say(answer.message, true);
    return answer.kind === 'refused';
  };

  const refresh = async (): Promise<void> => {
    const thread = threadHere();
    for (const check of [false, true]) {
      const answer = await ask({ ask: 'desk', check, ...(thread ? { thread } : {}) });
      if (refused(answer) || answer.kind !== 'desk') return;
      show(answer.desk);
    }
  };

  const show = (answered: Desk): void => {
    desk = answered;
    draftsPlace.replaceChildren(draftList(desk.drafts));
    const kept = keptState();
    drafts.control.replaceChildren(...desk.drafts.map(({ slug, title }) => option(slug, title)));
    if (desk.drafts.some(({ slug }) => slug === kept.draft)) drafts.control.value = kept.draft ?? '';
    if (kept.place) place.control.value = kept.place;
    intoDraft.hidden = desk.drafts.length === 0;
    form.show(desk.thread);
    const { undo } = desk;
    undoPlace.replaceChildren(
      ...(undo === undefined ? [] : [button(texts.undo(undo), () => void takeBack())]),
    );
  };

  const quoteNow = async (): Promise<string | null> => {
    choose();
    if (!chosen) {
      say(texts.quote.none, true);
      return null;
    }
    const { thread, post, words } = chosen;
    const answer = await ask({ ask: 'quote', thread, post, words });
    if (refused(answer) || answer.kind !== 'quote') return null;
    held.control.value = answer.markdown;
    return answer.markdown;
  };

  const copyQuote = async (): Promise<void> => {
    const markdown = await quoteNow();
    if (markdown === null) return;
    try {
      await navigator.clipboard.writeText(markdown);
      say(texts.copied);
    } catch {
      say(texts.clipboardRefused, true);
      held.control.select();
    }
  };

  const insertQuote = async (): Promise<void> => {
    if (desk.drafts.length === 0) await refresh();
    const draft = desk.drafts.find(({ slug }) => slug === drafts.control.value);
    if (!draft) return say(texts.quote.noDrafts, true);
    if ((await quoteNow()) === null || !chosen) return;
    const { thread, post, words } = chosen;
    await written({
      ask: 'insert',
      thread,
      post,
      words,
      draft: draft.slug,
      seen: draft.seen,
      place: place.control.value === 'end' ? 'end' : 'after last quote',
    });
  };

  const decide = async (edit: OverlayEdit): Promise<void> => {
    const thread = threadHere();
    if (thread && desk.thread && edit.post)
      await written({ ask: 'overlay', thread, seen: desk.thread.seen, edit });
  };

  const takeBack = async (): Promise<void> => {
    const answer = await ask({ ask: 'undo' });
    if (refused(answer) || answer.kind !== 'written') return;
    say(texts.undone(answer.file));
    await refresh();
  };

  const written = async (request: Parameters<Ask>[0]): Promise<void> => {
    const answer = await ask(request);
    if (refused(answer) || answer.kind !== 'written') return;
    say(texts.written(answer.file));
    await refresh();
  };

  const choose = (): void => {
    const now = chosenQuote();
    if (!now) return;
    chosen = now;
    form.choose(now);
  };

  drafts.control.addEventListener('change', () => keepState({ draft: drafts.control.value }));
  place.control.addEventListener('change', () => keepState({ place: place.control.value }));
  const before = keptState().message;
  if (before) status.textContent = before;
  return { element: panel, refresh, copyQuote, insertQuote, choose };
}
