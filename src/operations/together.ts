import DataLoader from 'dataloader'

/** Looks one thing up; things asked for meanwhile are looked up together, the next time. */
export type Together<K, V> = { readonly load: (key: K) => Promise<V> }

/** As many things in one look. */
const most = 500

/**
 * Looks things up in batches, one batch at a time: what is asked for while one is under way waits for the next, so an
 * answer is never older than its question.
 *
 * loadAll   gives for each key its value, in order
 */
export function together<K, V>(loadAll: (keys: readonly K[]) => Promise<readonly V[]>): Together<K, V> {
  let last: Promise<unknown> = Promise.resolve()
  const loader = new DataLoader<K, V>(
    (keys) => {
      const batch = loadAll(keys)
      last = batch.catch(() => {})
      return batch
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (dispatch) => void last.then(() => setImmediate(dispatch)),
    },
  )
  return { load: (key) => loader.load(key) }
}

/** What belongs to an owner under a name, made when first asked for. */
export function keptFor<O extends object, T>(
  shelf: WeakMap<O, Map<string, T>>,
  owner: O,
  name: string,
  make: () => T,
): T {
  const own = shelf.get(owner) ?? new Map<string, T>()
  shelf.set(owner, own)
  const found = own.get(name) ?? make()
  own.set(name, found)
  return found
}

/** A look-up that those share who ask for the same while one is under way: the next one answers all of them. */
export function askedOnce<O extends { readonly pool: object }, K, T>(
  nameOf: (asked: K) => string,
  look: (owner: O, asked: K) => Promise<T>,
): (owner: O, asked: K) => Promise<T> {
  const shelf = new WeakMap<object, Map<string, Together<string, T>>>()
  return (owner, asked) => {
    const name = nameOf(asked)
    return keptFor(shelf, owner.pool, name, () =>
      together(async (all) => {
        const found = await look(owner, asked)
        return all.map(() => found)
      }),
    ).load(name)
  }
}

/**
 * A look-up of things of one division: those who ask at once are answered by one look, each for his own key.
 *
 * look   gives for each key its value, in order
 */
export function askedTogether<P extends object, K, V>(
  look: (owner: { readonly pool: P }, division: string, keys: readonly K[]) => Promise<readonly V[]>,
): (owner: { readonly pool: P }, division: string, key: K) => Promise<V> {
  const shelf = new WeakMap<P, Map<string, Together<K, V>>>()
  return ({ pool }, division, key) =>
    keptFor(shelf, pool, division, () => together<K, V>((keys) => look({ pool }, division, keys))).load(key)
}
