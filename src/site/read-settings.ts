import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { QuotidianError } from '../thread/error.ts';
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
  const settings = settingsSchema.safeParse(parsedYaml(readFileSync(path, 'utf8')));
  if (settings.success) return settings.data;
  throw new QuotidianError(z.prettifyError(settings.error), {
    code: 'bad-settings',
    place,
    hint: `Correct ${SETTINGS_FILE}.`,
  });
}

function parsedYaml(text: string): unknown {
  try {
    return parse(text) ?? {};
  } catch (error) {
    throw new QuotidianError(`The settings are not YAML: ${error instanceof Error ? error.message : error}`, {
      code: 'not-yaml',
      place: { file: SETTINGS_FILE },
      hint: 'Mind the indentation, and put text with a colon into quotation marks.',
    });
  }
}
