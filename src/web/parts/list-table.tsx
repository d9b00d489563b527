import type { ReactNode } from 'react'

/** A table that scrolls by itself on a narrow screen; `look` names its columns' alignment in style.css. */
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
      <table className={`list ${look}`.trim()}>
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
