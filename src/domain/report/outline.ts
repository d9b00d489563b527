/**
 * The chapters a report must have, in order: data, since each county prescribes its own (data/outlines).
 *
 * title     '{year}年部门整体支出绩效报告': {year} {department} {project} {division} are filled in
 * opening   sentences before the first heading
 */
export type Outline = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly opening: readonly string[]
  readonly chapters: readonly Chapter[]
}

/**
 * id        what a clerk's own prose is filed under: 'benefit'
 * heading   without its number, which follows from the level: 1 一、 2 （一） 3 1.
 * say       sentences built from facts, by id, in order; 'prose' stands for the clerk's own text
 * required  the chapter may not be empty
 */
export type Chapter = {
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly heading: string
  readonly say: readonly string[]
  readonly required?: boolean
}
