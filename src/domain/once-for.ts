/** `work`, done once for each object and remembered as long as the object lives. What it gives is shared: never change it. */
export function onceFor<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    let entry = known.get(key)
    if (!entry) {
      entry = { value: work(key) }
      known.set(key, entry)
    }
    return entry.value
  }
}
