import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels a part of the page is wide, as it changes; undefined before it is there, and where it has none, as in print. */
export function useWidth(place: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return undefined
    const measure = () => setWidth((before) => element.clientWidth || before)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place])
  return width
}
