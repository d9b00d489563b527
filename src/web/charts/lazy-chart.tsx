import { type ComponentProps, Suspense } from 'react'
import { lazyPage } from '../shell/lazy-page.ts'
import type { Chart as Drawn } from './chart.tsx'

const Loaded = lazyPage(async () => (await import('./chart.tsx')).Chart)
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
