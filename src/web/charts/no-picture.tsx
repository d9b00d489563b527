/**
 * In the place of a picture that has nothing to show yet: what is missing, and the ways to where it is put in.
 * `isHeaded`: a heading above says the title already.
 */
export function NoPicture({
  title,
  missing,
  ways = [],
  isHeaded = false,
}: {
  title: string
  missing: string
  ways?: readonly { readonly name: string; readonly address: string }[]
  isHeaded?: boolean | undefined
}) {
  return (
    <section className="chart no-picture" aria-label={title}>
      {!isHeaded && <h3>{title}</h3>}
      <p>{missing}</p>
      {ways.length > 0 && (
        <p className="ways-there">
          {ways.map(({ name, address }) => (
            <a key={address} href={address}>
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
