/**
 * The key under which a handle as written is one person's: lower case; and `@ines` is `@ines@quay.example` where
 * that is the only full handle of that name in the copy and among the `stated` authors. Mentions alone do not show
 * that two ways of writing are one person's.
 */
export function handleKeys(
  stated: Iterable<string>,
  mentioned: Iterable<string>,
): (handle: string) => string {
  const authors = new Set([...stated].map((handle) => handle.toLowerCase()));
  const byName = new Map<string, Set<string>>();
  for (const key of new Set([...authors, ...[...mentioned].map((handle) => handle.toLowerCase())])) {
    const name = nameOf(key);
    if (name !== key) byName.set(name, (byName.get(name) ?? new Set()).add(key));
  }
  return (handle) => {
    const key = handle.toLowerCase();
    const full = byName.get(key);
    const [only] = full?.size === 1 ? full : [];
    return only !== undefined && authors.has(only) ? only : key;
  };
}

// `@ines@quay.example` → `@ines`
function nameOf(handle: string): string {
  const host = handle.indexOf('@', 1);
  return host === -1 ? handle : handle.slice(0, host);
}
