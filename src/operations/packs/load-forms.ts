import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { FormLayout, PackForms } from '#domain/report/form-layout.ts'
import type { RulePack } from '#domain/pack.ts'
import { formShape } from './form-shape.ts'

const loaded = new Map<string, FormLayout>()

/** A form's layout (data/forms) by its id. Throws when it is missing or broken: then nothing may be written. */
export function formLayout(id: string): FormLayout {
  const known = loaded.get(id)
  if (known) return known
  const file = new URL(`../../../data/forms/${id}.yaml`, import.meta.url)
  const shaped = formShape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!shaped.success || shaped.data.id !== id) {
    const faults = shaped.success
      ? ['id']
      : shaped.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Error(`data/forms/${id}.yaml: ${faults.join('; ')}`)
  }
  const layout = shaped.data as FormLayout
  loaded.set(id, layout)
  return layout
}

/** The layouts a pack names for its forms. */
export function formsOf({ forms }: RulePack): PackForms {
  const entries = Object.entries(forms).map(([form, id]) => [form, formLayout(id)])
  return Object.fromEntries(entries) as PackForms
}
