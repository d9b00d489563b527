/** The file formats a set of reports can be written in. */
export const packageFormats = ['docx', 'xlsx', 'pdf', 'html'] as const
export type PackageFormat = (typeof packageFormats)[number]
