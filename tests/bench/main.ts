import { cpus } from 'node:os';
import { measureAnchoring } from './anchoring.ts';
import { measureArchive } from './archive.ts';
import { measureBuild } from './build.ts';
import { measureImport } from './import.ts';
import { type Measurement, markdownTable } from './measure.ts';
import { measureTracing } from './truth.ts';

const SUITES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  import: measureImport,
  tracing: measureTracing,
  anchoring: measureAnchoring,
  archive: measureArchive,
  build: measureBuild,
};

// `npm run bench` runs all, `npm run bench import` one.
const asked = process.argv.slice(2);
const measurements: Measurement[] = [];
for (const [name, measure] of Object.entries(SUITES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  measurements.push(...(await measure()));
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
console.log(markdownTable(measurements));
