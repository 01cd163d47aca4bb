import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/** Block directives only: inline ones would take `10:30` and `foo:bar` out of people's words. */
const blockDirectives = () => ({ flow: directive().flow ?? {} });

/** A remark plugin: the digest's syntax beside what the Markdown pipeline has already. */
export function digestSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), blockDirectives()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()];
}

/** A digest's Markdown, without its frontmatter, as the site's pipeline parses it. */
export function parseDigest(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm(), blockDirectives()],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  });
}
