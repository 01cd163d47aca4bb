import { type Body, flavourSchema } from '../../thread/schema.ts';

/** What `format` may say, for messages. */
export const FORMATS = `html, plain, flowed, flowed:delsp, markdown, or markdown: with one of ${flavourSchema.options.join(', ')}`;

/** A text as the body that its `format` makes of it; `null` for a format that is not known. */
export function bodyIn(format: string, text: string): Body | null {
  if (format === 'html') return { html: text };
  if (format === 'plain') return { plain: text };
  if (format === 'flowed') return { plain: text, flowed: 'flowed' };
  if (format === 'flowed:delsp') return { plain: text, flowed: 'delsp' };
  if (format === 'markdown') return { markdown: text, flavour: 'commonmark' };
  const [kind, name] = format.split(':', 2);
  const flavour = flavourSchema.safeParse(name);
  return kind === 'markdown' && flavour.success ? { markdown: text, flavour: flavour.data } : null;
}

/** The other way: a body's `format`. */
export function formatOf(body: Body): string {
  if ('html' in body) return 'html';
  if ('markdown' in body) return `markdown:${body.flavour}`;
  if (body.flowed === undefined) return 'plain';
  return body.flowed === 'delsp' ? 'flowed:delsp' : 'flowed';
}

/** A body's text, whatever its format. */
export function textOf(body: Body): string {
  if ('html' in body) return body.html;
  return 'markdown' in body ? body.markdown : body.plain;
}
