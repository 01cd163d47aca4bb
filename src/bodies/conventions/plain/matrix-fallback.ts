import type { Convention } from '../../plain/convention.ts';

/**
 * Matrix, up to version 1.12: a message that answers another begins with that one's words, for clients that know no
 * replies: `> <@petra:quay.example> The buoy drifts.`, `> * <@petra:quay.example> waves`, then a blank line.
 */
export const matrixFallback: Convention = {
  name: 'matrix-fallback',
  begin: (page) => (at) => {
    if (page.lines[at]?.depth !== 1 || page.filled(0) !== at) return null;
    const [prefix, name] = SENDER.exec(page.content(at, 1)) ?? [];
    if (!prefix || !name) return null;
    return {
      count: 1,
      role: 'words',
      opens: { kind: 'reply', attribution: `<${name}>`, name },
      prefix: prefix.length,
    };
  },
};

// "<@petra:quay.example> ", "* <@petra:quay.example> "
const SENDER = /^(?:\* )?<(@[^\s<>:]{1,200}:[^\s<>]{1,230})>(?: |$)/;
