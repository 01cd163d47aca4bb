import { cpus } from 'node:os';
import { measureAnchoring } from './anchoring.ts';
import { measureArchive } from './archive.ts';
import { measureBuild } from './build.ts';
import { measureDev } from './dev.ts';
import { measureChecking } from './checking.ts';
import { measureHostile } from './hostile.ts';
import { measureImports } from './imports.ts';
import { type Measurement, markdownTable } from './measure.ts';
import { measureSearch } from './search.ts';
import { printTruth } from './truth/print.ts';

const SUITES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  import: measureImports,
  anchoring: measureAnchoring,
  archive: measureArchive,
  build: measureBuild,
  checking: measureChecking,
  dev: measureDev,
  hostile: measureHostile,
  search: () => measureSearch(1000),
};

/** These take minutes and gigabytes, and are measured only when they are asked for. */
const LARGE: typeof SUITES = { 'search-large': () => measureSearch(10_000) };

// `npm run bench` runs all, `npm run bench import` one; `tracing` is held against the truth and not against the clock.
const asked = process.argv.slice(2);
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
const measurements: Measurement[] = [];
for (const [name, measure] of Object.entries({ ...SUITES, ...LARGE })) {
  if (name in LARGE ? !asked.includes(name) : !isAsked(name)) continue;
  process.stderr.write(`measuring ${name} …\n`);
  measurements.push(...(await measure()));
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
if (measurements.length > 0) console.log(markdownTable(measurements));
if (isAsked('tracing')) printTruth();
