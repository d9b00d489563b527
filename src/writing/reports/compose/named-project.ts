/** Words that make of a project's name something else where they stand in a title or a sentence: 部门整体, a year. */
const readsAsOther = /整体|部门|单位|20\d\d|自评|目标|监控/

/** A project's name in a title or a sentence: in quotation marks where it would be read as something else. */
export function namedProject(name: string): string {
  return readsAsOther.test(name) ? quoted(name) : name
}

/** A project's name in a list of amounts, where a name may hold the marks that part a list: 「“会议费、宣传费”项目」. */
export function listedProject(name: string): string {
  const named = quoted(name)
  return named === name || name.endsWith('项目') ? named : `${named}项目`
}

/** A project in a sentence: 「会议费项目」; a name that ends in 项目 says it itself. */
export function projectInText(name: string): string {
  return name.endsWith('项目') ? namedProject(name) : `${namedProject(name)}项目`
}

/** A title's template for one project: where its name ends in 项目, the title does not say 项目 twice. */
export function titleFor(template: string, project: string): string {
  return namedProject(project).endsWith('项目') ? template.replace('{project}项目', '{project}') : template
}

function quoted(name: string): string {
  return /[“”]/.test(name) ? name : `“${name}”`
}
