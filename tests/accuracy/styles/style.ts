import { type Pen } from '../pen.ts'
import { type Report } from '../report.ts'
import { type World } from '../world.ts'

export type FileKind = 'flat-text' | 'tabbed-text' | 'docx' | 'xlsx' | 'html' | 'pdf'

/** A way a report is written: who writes it, in which files it is found, and what it says of a world. */
export type Style = {
  readonly id: string
  readonly title: string
  readonly files: readonly FileKind[]
  write(world: World, pen: Pen): Report
}
