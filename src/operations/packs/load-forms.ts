import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FormLayout, PackForms } from '#domain/report/form-layout.ts'
import type { RulePack } from '#domain/pack.ts'
import { keptData } from '../kept-data.ts'

const loaded = new Map<string, FormLayout>()

/** A form's layout (data/forms) by its id. Throws when it is missing or broken: then nothing may be written. */
export function formLayout(id: string): FormLayout {
  const known = loaded.get(id)
  if (known) return known
  const file = new URL(`../../../data/forms/${id}.yaml`, import.meta.url)
  const readers = ['./read-form.ts', './form-shape.ts'].map((reader) => new URL(reader, import.meta.url))
  const layout = keptData(`form-${id}`, [file, ...readers], () => {
    const { readForm } = createRequire(import.meta.url)('./read-form.ts') as typeof import('./read-form.ts')
    return readForm(id, readFileSync(file, 'utf8'))
  })
  loaded.set(id, layout)
  return layout
}

/** The layouts a pack names for its forms. */
export function formsOf({ forms }: RulePack): PackForms {
  const entries = Object.entries(forms).map(([form, id]) => [form, formLayout(id)])
  return Object.fromEntries(entries) as PackForms
}
