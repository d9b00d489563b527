import type { CSSProperties, ReactNode } from 'react'

/**
 * A table that scrolls by itself on a narrow screen; `look` names its columns' alignment in style.css. With the look
 * `stacked` each row is a card there, its cells one under another with the names of their columns before them; with
 * `cards` the cells stand side by side under those names, to be typed into.
 */
export function ListTable({
  name,
  columns,
  look = '',
  children,
}: {
  name: string
  columns: readonly string[]
  look?: string
  children: ReactNode
}) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={name}>
      <table className={`list ${look}`.trim()} style={columnsNamed(columns)}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** The columns' names for the style sheet, as its texts: --c1 is the last one, for rows may lack the first. */
export function columnsNamed(columns: readonly string[]): CSSProperties {
  return Object.fromEntries(columns.toReversed().map((title, index) => [`--c${index + 1}`, JSON.stringify(title)]))
}
