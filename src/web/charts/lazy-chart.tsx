import { type ComponentProps, Suspense, lazy } from 'react'
import type { Chart as Drawn } from './chart.tsx'

const Loaded = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

/** A picture whose library comes when it is first seen; what stands around it does not wait. */
export function Chart(props: ComponentProps<typeof Drawn>) {
  return (
    <Suspense fallback={<figure className="chart" style={{ height: (props.height ?? 260) + 60 }} />}>
      <Loaded {...props} />
    </Suspense>
  )
}
