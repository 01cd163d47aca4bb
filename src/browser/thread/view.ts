/** How the reader wants the posts. */
export interface View {
  readonly order: 'replies' | 'time';
  /** Only these people's posts are shown whole; nobody means everybody. */
  readonly people: readonly string[];
}

/** `?order=time&person=ada&person=bo`; people who are not on the page are left out. */
export function readView(search: string, known: (person: string) => boolean): View {
  const asked = new URLSearchParams(search);
  return {
    order: asked.get('order') === 'time' ? 'time' : 'replies',
    people: [...new Set(asked.getAll('person'))].filter(known),
  };
}

/** The query of an address with this view in it; what else it asks for stays. Empty where nothing is asked. */
export function writeView(search: string, { order, people }: View): string {
  const asked = new URLSearchParams(search);
  asked.delete('order');
  asked.delete('person');
  if (order === 'time') asked.set('order', order);
  for (const person of people) asked.append('person', person);
  return asked.size > 0 ? `?${asked}` : '';
}
