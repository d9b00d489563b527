/** As much of Swagger's reader as a plug-in gets to see: its own React. */
type Reader = { readonly React: { createElement: (kind: unknown, props: unknown, ...children: unknown[]) => unknown } }

/**
 * A plug-in of Swagger's reader that says its words in Chinese; it has no setting for a language. Runs in the browser,
 * where it is sent as text: it knows nothing but its parameters.
 *
 * words   what is said instead, by the English; sentences of the descriptions are no such words and stay as they are
 */
export function translateReader(words: Readonly<Record<string, string>>, { React }: Reader): object {
  const create = React.createElement
  const shown = ['title', 'placeholder', 'aria-label', 'alt']
  const translated = (text: unknown) => {
    if (typeof text !== 'string') return text
    const word = text.trim()
    return Object.hasOwn(words, word) ? text.replace(word, words[word] ?? word) : text
  }
  const translatedProps = (props: Record<string, unknown> | null) => {
    const found = shown.filter((name) => props && translated(props[name]) !== props[name])
    const pairs = found.map((name) => [name, translated(props?.[name])])
    // A button may be an input that says its word as its value.
    if (props?.['type'] === 'submit' || props?.['type'] === 'button') pairs.push(['value', translated(props['value'])])
    return pairs.length === 0 ? props : { ...props, ...Object.fromEntries(pairs) }
  }
  // What may stand for a parameter is told as a text with markup: „<i>Available values</i> : one, other“.
  const translatedSource = (props: Record<string, unknown> | null) => {
    const source = props?.['source']
    if (typeof source !== 'string' || !source.startsWith('<i>')) return props
    return { ...props, source: source.replace(/^<i>([^<]*)</, (_, word: string) => `<i>${String(translated(word))}<`) }
  }
  React.createElement = (kind, props, ...children) =>
    typeof kind === 'string'
      ? create(kind, translatedProps(props as Record<string, unknown> | null), ...children.map(translated))
      : create(kind, translatedSource(props as Record<string, unknown> | null), ...children)
  return {}
}
