import { z } from 'zod'
import { ledgerParams, list } from './common.ts'
import { reportFormats } from '#operations/reports/report-file.ts'

export type { Publication } from '#operations/publications/read-publications.ts'

export const publicationList = z.object({
  publications: list(
    z
      .object({
        division: z.string(),
        divisionName: z.string(),
        department: z.string(),
        departmentName: z.string(),
        year: z.number(),
        acceptedAt: z.string(),
      })
      .meta({ id: 'Publication', description: '财政已通过、可以公开的一套材料' }),
  ),
})
export const reportParams = ledgerParams.extend({ report: z.string().min(1).max(200) })
export const reportFileParams = reportParams.extend({ format: z.enum(reportFormats) })
