import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { RulePack } from '#domain/pack.ts'
import type { Outline } from '#domain/report/outline.ts'
import { isSentence } from '#writing/reports/compose/chapters.ts'

export type Outlines = { readonly department: Outline; readonly project: Outline }

const text = z.string({ error: '请写文字' }).min(1, { error: '不能空' })
const sentence = text.refine(isSentence, { error: '没有这一句' })
const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: '编号用小写字母、数字和连字符' }),
  title: text,
  source: text,
  opening: z.array(sentence),
  chapters: z
    .array(
      z.strictObject({
        id: text,
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        heading: text,
        say: z.array(sentence),
        required: z.boolean().optional(),
      }),
    )
    .min(1),
})

const loaded = new Map<string, Outline>()

/** An outline (data/outlines) by its id. Throws when it is missing or broken: then nothing may be written. */
export function outlineOf(id: string): Outline {
  const known = loaded.get(id)
  if (known) return known
  const file = new URL(`../../../data/outlines/${id}.yaml`, import.meta.url)
  const shaped = shape.safeParse(parse(readFileSync(file, 'utf8')))
  const faults = shaped.success
    ? shaped.data.id === id
      ? []
      : ['id']
    : shaped.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  if (!shaped.success || faults.length > 0) throw new Error(`data/outlines/${id}.yaml: ${faults.join('; ')}`)
  const outline = shaped.data as Outline
  loaded.set(id, outline)
  return outline
}

/** The chapters a pack prescribes for the reports of a department and of a project. */
export function outlinesOf({ outlines }: RulePack): Outlines {
  return { department: outlineOf(outlines.department), project: outlineOf(outlines.project) }
}
