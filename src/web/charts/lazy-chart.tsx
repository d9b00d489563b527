import { type ComponentProps, Suspense, lazy } from 'react'
import type { Chart as Drawn } from './chart.tsx'

const Loaded = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))
const usualHeight = 260

/** A picture whose library comes when it is first seen; what stands around it does not wait, and keeps the focus. */
export function Chart(props: ComponentProps<typeof Drawn>) {
  return (
    <Suspense
      fallback={
        <figure className="chart">
          <figcaption>{props.said}</figcaption>
          <div style={{ height: props.height ?? usualHeight }} />
        </figure>
      }
    >
      <Loaded {...props} />
    </Suspense>
  )
}
