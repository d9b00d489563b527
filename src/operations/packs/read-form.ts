import { parse } from 'yaml'
import type { FormLayout } from '#domain/report/form-layout.ts'
import { formShape } from './form-shape.ts'

/** A form's layout (YAML) by its id. Throws when it is broken or another's. */
export function readForm(id: string, text: string): FormLayout {
  const shaped = formShape.safeParse(parse(text))
  if (!shaped.success || shaped.data.id !== id) {
    const faults = shaped.success
      ? ['id']
      : shaped.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Error(`data/forms/${id}.yaml: ${faults.join('; ')}`)
  }
  return shaped.data as FormLayout
}
