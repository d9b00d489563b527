/**
 * `work`, done once for each object and remembered as long as the object lives. What it gives is shared: never change it.
 *
 * It is kept on the object itself, unseen by copies and comparisons. A WeakMap would keep every key alive until the next
 * full collection: in a process that audits one file after another each short collection then copied whole documents.
 */
export function onceFor<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const place = Symbol('done once')
  return (key) => {
    const kept = (key as Kept<Value>)[place]
    if (kept) return kept.value
    const value = work(key)
    Object.defineProperty(key, place, { value: { value } })
    return value
  }
}

type Kept<Value> = { readonly [place: symbol]: { readonly value: Value } | undefined }
