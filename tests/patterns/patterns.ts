import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCES = join(import.meta.dirname, '../../src');

/** A regular expression of the program and the files that hold it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

/** Every regular expression literal of `src`, in TypeScript and in the scripts of `.astro` files, each once. */
export function patternLiterals(): readonly Pattern[] {
  const found = new Map<string, { source: string; flags: string; files: Set<string> }>();
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|astro)$/.test(file),
  );
  for (const file of files.toSorted()) {
    for (const literal of literalsOf(scriptOf(file, readFileSync(join(SOURCES, file), 'utf8')))) {
      const end = literal.lastIndexOf('/');
      const pattern = found.get(literal) ?? {
        source: literal.slice(1, end),
        flags: literal.slice(end + 1),
        files: new Set(),
      };
      found.set(literal, pattern);
      pattern.files.add(file);
    }
  }
  return [...found.values()].map((pattern) => ({ ...pattern, files: [...pattern.files] }));
}

/** `/a+/u` */
export function keyOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return `/${source}/${flags}`;
}

/** The frontmatter and the scripts of an Astro file. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return [frontmatter, ...scripts].join('\n');
}

function literalsOf(code: string): readonly string[] {
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest));
  return literals;
}
