import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Every name that can be imported, by its entry, values and types apart, and what lies at the top of the package. */
export function publicSurface(root: string, files: readonly string[]): string {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const entries = Object.entries(exports).map(([entry, target]) => {
    const names = target.endsWith('.js') ? namesOf(join(root, target.replace(/\.js$/, '.d.ts'))) : [target];
    return [`quotidian${entry.slice(1)}`, ...names.map((name) => `  ${name}`)].join('\n');
  });
  const top = [...new Set(files.map((name) => name.split('/')[0] ?? ''))].toSorted();
  return `${[...entries, ['the package', ...top.map((name) => `  ${name}`)].join('\n')].join('\n\n')}\n`;
}

function namesOf(declarations: string): readonly string[] {
  const program = ts.createProgram([declarations], { noLib: true, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(declarations);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${declarations} declares nothing.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const named = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return `${named.flags & ts.SymbolFlags.Value ? '' : 'type '}${symbol.name}`;
    })
    .toSorted();
}
