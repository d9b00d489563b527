import type { AuditedFile, AuditOutput } from '#domain/finding.ts'

/** All reports as one JSON text, version 1. */
export function toJson(reports: readonly AuditedFile[]): string {
  const output: AuditOutput = { version: 1, reports }
  return JSON.stringify(output, undefined, 2)
}
