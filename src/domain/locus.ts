/**
 * Where something stands in a file, as a person finds it again. All numbers count from 1.
 *
 * page          pdf: printed sheet; other formats: absent
 * line, column  text: line of the file and character in it; docx/html: paragraph number and character in it
 * table         number of the table in the document
 * row, cell     row of the table and cell of the row (merged cells count where they begin)
 */
export type Locus = {
  readonly page?: number
  readonly line?: number
  readonly column?: number
  readonly table?: number
  readonly row?: number
  readonly cell?: number
}
