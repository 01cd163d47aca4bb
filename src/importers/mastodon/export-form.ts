import { hasKeys, isRecord } from '../reading/glance.ts';

/** A status of an export, not yet read, and where it stands: `context.descendants[3]`. */
export interface Found {
  readonly place: string;
  readonly value: unknown;
}

/** What one file holds. */
export interface ExportForm {
  /** In the file's order: ancestors, the status itself, descendants. */
  readonly found: readonly Found[];
  readonly context?: Context;
}

/** `GET /api/v1/statuses/:id/context`, where the status that it belongs to is not saved with it. */
interface Context {
  readonly ancestors: readonly unknown[];
  readonly descendants: readonly unknown[];
}

/**
 * The statuses of a saved answer of the API: a status with its context (`{ status, context }`, or the context's
 * lists beside `status`), a bare context, an array of statuses, a single status. `null` for anything else.
 */
export function exportForm(value: unknown): ExportForm | null {
  if (Array.isArray(value)) return looksLikeStatus(value.find((item) => item !== null)) ? list(value) : null;
  if (!isRecord(value)) return null;
  if (looksLikeStatus(value)) return { found: [{ place: 'status', value }] };
  const { status: given, context: nested } = value;
  const context = contextOf(nested) ?? contextOf(value);
  const status = given ?? undefined;
  const found = withContext(status, context);
  const bare = context !== undefined && status === undefined;
  const known = found.some((item) => looksLikeStatus(item.value)) || (bare && found.length === 0);
  if (!known) return null;
  return bare ? { found, context } : { found };
}

/** Whether the beginning of a file looks like one of these forms; a long context is cut before its descendants. */
export function looksLikeExport(value: unknown): boolean {
  if (exportForm(value) !== null) return true;
  return isRecord(value) && Array.isArray(value.ancestors) && looksLikeStatus(value.ancestors[0]);
}

/** `GET /api/v1/statuses/:id/history`: what a status said before it was edited. It does not say which status. */
export function isEditHistory(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return hasKeys(first, ...EDIT_KEYS) && !Object.hasOwn(first, 'id');
}

const EDIT_KEYS = ['account', 'content', 'created_at', 'sensitive', 'spoiler_text'];
const STATUS_KEYS = ['account', 'content', 'created_at', 'id', 'in_reply_to_id', 'visibility'];

function looksLikeStatus(value: unknown): boolean {
  return hasKeys(value, ...STATUS_KEYS);
}

function contextOf(value: unknown): Context | undefined {
  if (!isRecord(value)) return undefined;
  const { ancestors, descendants } = value;
  return Array.isArray(ancestors) && Array.isArray(descendants) ? { ancestors, descendants } : undefined;
}

function list(values: readonly unknown[], name = ''): ExportForm {
  return { found: values.map((value, index) => ({ place: `${name}[${index}]`, value })) };
}

function withContext(status: unknown, context: Context | undefined): readonly Found[] {
  return [
    ...list(context?.ancestors ?? [], 'ancestors').found,
    ...(status === undefined ? [] : [{ place: 'status', value: status }]),
    ...list(context?.descendants ?? [], 'descendants').found,
  ];
}
