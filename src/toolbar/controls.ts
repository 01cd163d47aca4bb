import { element } from '../browser/copy/html.ts';

/** A control with its label around it. */
export function field<Name extends 'textarea' | 'select'>(
  name: Name,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): { readonly label: HTMLElement; readonly control: HTMLElementTagNameMap[Name] } {
  const control = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) control.setAttribute(key, value);
  return { label: element('label', {}, text, control), control };
}

/** Of a list to choose from. */
export function option(value: string, text: string): HTMLOptionElement {
  return new Option(text, value);
}

/** With its text and what it does. */
export function button(text: string, press: () => void): HTMLElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
}
