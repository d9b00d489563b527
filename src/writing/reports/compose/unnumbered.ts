import type { PrintedReport } from '#domain/report/printed-report.ts'

/** A report whose place in the set is not known yet: `name` is what its file is called after its number. */
export type Unnumbered = Omit<PrintedReport, 'id'> & { readonly name: string }
