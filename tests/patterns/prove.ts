import { writeFileSync } from 'node:fs';
import { keyOf } from './patterns.ts';
import { PROVEN_FILE, prove, recordedProofs } from './proof.ts';

// `npm run prove:patterns` proves what is not proven yet and forgets what is no longer used; with `-- --all` everything
// again. It ends with 1 where a pattern is neither linear nor known to meet bounded texts only.
const { proven, unproven } = await prove(process.argv.includes('--all') ? {} : recordedProofs());
writeFileSync(PROVEN_FILE, `${JSON.stringify(proven, null, 2)}\n`);
for (const { pattern, status, attack } of unproven)
  console.log(`${status}: ${keyOf(pattern)} in ${pattern.files.join(', ')} ${attack}`);
process.exit(unproven.length > 0 ? 1 : 0);
