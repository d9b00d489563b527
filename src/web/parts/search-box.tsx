import { Input } from 'antd'
import { useEffect, useState } from 'react'

/**
 * Where a list is searched: what the address asks for stands in it, also when somebody goes back.
 *
 * text      what is searched for now; `onSearch` is told of another
 * hint      what may be typed, where it is more than the name says
 */
export function SearchBox({
  name,
  hint = name,
  text,
  width,
  onSearch,
}: {
  name: string
  hint?: string
  text: string
  width?: number
  onSearch: (text: string) => void
}) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  return (
    <Input.Search
      allowClear
      {...(width === undefined ? {} : { style: { width } })}
      aria-label={name}
      placeholder={hint}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(wanted) => onSearch(wanted.trim())}
    />
  )
}
