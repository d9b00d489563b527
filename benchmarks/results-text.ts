const mark = /^<!-- (\S+) -->$/m

/** The sections of results.md by the name of their benchmark, which stands in a comment before each. */
export function sectionsOf(results: string): Map<string, string> {
  const [, ...pieces] = results.split(mark)
  const sections = new Map<string, string>()
  for (let at = 0; at + 1 < pieces.length; at += 2) sections.set(pieces[at]!, pieces[at + 1]!.trim())
  return sections
}

/** results.md: the sections in this order, those that were never measured left out. */
export function textOf(machine: string, order: readonly string[], sections: ReadonlyMap<string, string>): string {
  const kept = order.flatMap((name) => {
    const section = sections.get(name)
    return section ? [`<!-- ${name} -->`, '', section, ''] : []
  })
  return [
    '# Results',
    '',
    `Machine: ${machine}. Every section is from one run of its benchmark (\`npm run bench\`, \`npm run bench -- NAME\`).`,
    '',
    ...kept,
  ].join('\n')
}
