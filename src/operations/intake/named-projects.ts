import type { Part } from '#domain/document.ts'
import { isOfResults } from './project-forms.ts'

/** A project with a report or a form of its own, and the other names its papers give it. */
export type NamedProject = { readonly name: string; readonly also: readonly string[] }

/**
 * The projects whose reports and forms a file holds. A title tells a project's name roughly, the form exactly: where both
 * are of one project it goes by the form's name. Goals and monitoring alone are no evaluation.
 *
 * ofForms   the projects of the file's forms by the block of their tables
 */
export function namedProjects(parts: readonly Part[], ofForms: ReadonlyMap<number, string>): NamedProject[] {
  const own = [...new Set(ofForms.values())]
  const also = new Map<string, string>()
  const titled = parts.flatMap((part) => {
    const { kind, project } = part
    if (!project || !isOfResults(kind) || own.includes(project)) return []
    const inside = namesInside(part, ofForms)
    const alike = own.filter((name) => name.includes(project) || project.includes(name))
    const [same, ...more] = inside.length > 0 ? inside : alike
    if (same !== undefined && more.length === 0) also.set(project, same)
    return also.has(project) || (inside.length > 0 && kind === 'self-evaluation-form') ? [] : [project]
  })
  const names = [...new Set([...titled, ...own])].filter((name) => !also.has(name))
  return names.map((name) => ({ name, also: [...also].flatMap(([other, of]) => (of === name ? [other] : [])) }))
}

function namesInside({ from, to }: Part, ofForms: ReadonlyMap<number, string>): string[] {
  return [...new Set([...ofForms].flatMap(([block, name]) => (from <= block && block < to ? [name] : [])))]
}
