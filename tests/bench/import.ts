import { detect } from '../../src/importers/index.ts';
import type { ExportFiles } from '../../src/importers/importer.ts';
import { generateMastodonContext, generateMbox } from './generate.ts';
import { type Measurement, median } from './measure.ts';

/** How fast exports become threads. */
export async function measureImport(): Promise<Measurement[]> {
  return [
    await importRate('Mastodon JSON', 'context.json', generateMastodonContext(1, 20_000)),
    await importRate('mbox', 'list.mbox', generateMbox(1, 500, 40)),
  ];
}

async function importRate(what: string, name: string, text: string): Promise<Measurement> {
  const blob = new Blob([text]);
  const files: ExportFiles = new Map([[name, blob]]);
  const importer = await detect(files);
  if (!importer) throw new Error(`No importer claims the generated ${what}.`);
  let posts = 0;
  const time = await median(async () => {
    posts = 0;
    for await (const thread of importer.parse(files, { warn: () => {} })) posts += thread.posts.length;
  });
  const megabytes = blob.size / 1e6;
  return {
    what: `import ${what}`,
    amount: `${megabytes.toFixed(1)} MB, ${posts} posts`,
    result: `${(megabytes / (time / 1000)).toFixed(1)} MB/s, ${Math.round(posts / (time / 1000))} posts/s`,
  };
}
