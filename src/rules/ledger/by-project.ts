/** Entries by the project they name, each list in the order given; those that name none are left out. */
export function byProject<T extends { readonly project?: string | undefined }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>()
  for (const entry of entries) {
    if (entry.project === undefined) continue
    const list = lists.get(entry.project)
    if (list) list.push(entry)
    else lists.set(entry.project, [entry])
  }
  return lists
}
