/**
 * `work`, done once for each object and remembered as long as the object lives. What it gives is shared: never change it.
 *
 * It is kept in a private field of the object itself, unseen by copies and comparisons. A WeakMap would keep every key
 * alive until the next full collection: in a process that audits one file after another each short collection then
 * copied whole documents.
 */
export function onceFor<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  class Kept extends On {
    readonly #value: Value

    constructor(key: Key, value: Value) {
      super(key)
      this.#value = value
    }

    static of(key: Key): Value {
      if (#value in key) return key.#value
      const value = work(key)
      void new Kept(key, value)
      return value
    }
  }
  return Kept.of
}

/** A class that extends this one puts its private fields on the object it is given, instead of a new one. */
// oxlint-disable-next-line no-extraneous-class
class On {
  constructor(object: object) {
    return object
  }
}
