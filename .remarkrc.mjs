// What editors that run remark, and `npx remark content/digests --frail`, tell of digests: see docs/editors.md.
import { quotidianLint } from './src/editor/quotidian-lint.ts';

export default { plugins: [quotidianLint] };
