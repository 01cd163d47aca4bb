import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuotidianError } from '../thread/error.ts';
import { parseYaml } from './parse-yaml.ts';
import { schemaError } from './schema-error.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** Where the settings stand in a project. */
export const SETTINGS_FILE = 'content/site.yaml';

/** The settings of the project in the folder `root`. */
export function readSettings(root: string): Settings {
  const place = { file: SETTINGS_FILE };
  const path = join(root, SETTINGS_FILE);
  if (!existsSync(path)) {
    throw new QuotidianError('The site has no settings.', {
      code: 'no-settings',
      place,
      hint: `Write ${SETTINGS_FILE} with at least "title: The name of the site".`,
    });
  }
  const text = readFileSync(path, 'utf8');
  const settings = settingsSchema.safeParse(parseYaml(text, SETTINGS_FILE));
  if (settings.success) return settings.data;
  throw schemaError(settings.error, {
    text,
    file: SETTINGS_FILE,
    code: 'bad-settings',
    hint: `The keys are ${Object.keys(settingsSchema.shape).join(', ')}.`,
  });
}
