import { z } from 'zod'
import { listNames } from '#operations/editing/entry-lists.ts'
import { list } from './common.ts'

/** `list`: which of the ledger it fills; `columns`: by what names its columns and the words in them go. */
export const tableList = z.object({
  tables: list(
    z.object({
      id: z.string(),
      name: z.string(),
      note: z.string(),
      list: z.enum(listNames),
      columns: list(
        z.object({
          field: z.string(),
          names: list(z.string()),
          choices: list(z.object({ value: z.string(), names: list(z.string()) })),
        }),
      ),
    }),
  ),
})
export type TableList = z.infer<typeof tableList>
