import { onlyInWords, type ReadingTexts } from './page-words.ts';

export interface PeopleFilter {
  readonly isKnown: (person: string) => boolean;
  /** Sets beside each speaker a button that shows only their posts, and leads to the first. */
  readonly offer: () => void;
  /** Shows only these people's posts whole, and says so; with none, everybody's. */
  readonly show: (people: readonly string[]) => string;
}

/** Chooses among the posts of `tree` by the people of the page; `toggle` is told who was chosen or left out again. */
export function peopleFilter(
  tree: HTMLElement,
  texts: ReadingTexts,
  toggle: (person: string) => void,
): PeopleFilter {
  const speakers = new Map(
    [...document.querySelectorAll<HTMLElement>('.speakers [data-person]')].map((item) => [
      item.dataset.person ?? '',
      { item, name: item.querySelector('.voice')?.textContent?.trim() ?? '' },
    ]),
  );
  const buttons = new Map<string, HTMLButtonElement>();
  const addButtons = (): void => {
    if (buttons.size > 0) return;
    for (const [person, { item, name }] of speakers) {
      const button = document.createElement('button');
      button.ariaPressed = 'false';
      button.textContent = texts.showOnly;
      button.ariaLabel = `${texts.showOnly} ${name}`;
      button.addEventListener('click', () => toggle(person));
      item.lastElementChild?.append(button);
      buttons.set(person, button);
    }
  };
  return {
    isKnown: (person) => speakers.has(person),
    offer: () => {
      addButtons();
      const [first] = buttons.values();
      const fold = first?.closest<HTMLDetailsElement>('.speakers-fold');
      if (fold) fold.open = true;
      first?.focus();
    },
    show: (people) => {
      if (people.length > 0) addButtons();
      for (const [person, button] of buttons) button.ariaPressed = String(people.includes(person));
      let count = 0;
      for (const post of tree.querySelectorAll<HTMLElement>('.post')) {
        const isShown = people.length === 0 || people.includes(post.dataset.author ?? '');
        post.classList.toggle('passed', !isShown);
        if (isShown && post.dataset.state !== 'missing') count += 1;
      }
      return people.length === 0
        ? ''
        : onlyInWords(
            count,
            people.map((person) => speakers.get(person)?.name ?? person),
            texts,
          );
    },
  };
}
