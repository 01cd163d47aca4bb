/** The id that a status not yet read gives itself, if it gives one. */
export function idOf(status: unknown): string | undefined {
  const id = typeof status === 'object' && status !== null && 'id' in status ? status.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}
