import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { inYuan } from '#domain/amount-text.ts'
import { words } from '../words/grid.ts'

/** What can be done with a list, above its table; a wish that is absent can't be had. `sum`: 元. */
export function GridTools({
  name,
  total,
  sum,
  chosen,
  onSearch,
  onAdd,
  onRemove,
  onOpen,
  onHistory,
  children,
}: {
  name: string
  total: number
  sum: string | undefined
  chosen: number
  onSearch: (text: string) => void
  onAdd?: () => void
  onRemove?: () => void
  onOpen?: () => void
  onHistory: () => void
  children?: ReactNode
}) {
  return (
    <div className="tools">
      <Input.Search allowClear aria-label={words.search(name)} placeholder={words.searchHint} onSearch={onSearch} />
      {onAdd && <Button onClick={onAdd}>{words.add}</Button>}
      {onRemove && (
        <Button disabled={chosen === 0} onClick={onRemove}>
          {words.remove(chosen)}
        </Button>
      )}
      {onOpen && (
        <Button disabled={chosen !== 1} onClick={onOpen}>
          {words.wholeLine(onAdd !== undefined)}
        </Button>
      )}
      <Button disabled={chosen !== 1} onClick={onHistory}>
        {words.history}
      </Button>
      {children}
      <span className="totals" role="status">
        {words.total(total)}
        {sum !== undefined && `，${words.sum(inYuan(sum))}`}
      </span>
    </div>
  )
}
