/**
 * Names listed in a sentence.
 *
 * names   split at 、 only
 * most    how many there are when every 和, 及 and 与 stands between two names, not within one, and names behind a
 *         comma belong to the list
 * sure    every name ends as offices and places do: nothing else hides in the list
 */
export type NameList = { readonly names: readonly string[]; readonly most: number; readonly sure: boolean }

const office =
  /(?:[股科室组处局办队所站委部厅司署会]|中心|医院|学院|学校|小学|中学|大学|幼儿园|馆|公司|支队|大队|办公室|委员会|[镇乡村]|街道|社区|园区|政府|场)$/
const joint = /以及|及其|和|及|与/g
const clause = /\d|[为是达较将对把被]|^(?:推进|开展|完成|加强|落实|通过|做好|提高|促进|确保|实现|实施)/

/**
 * The names of a list, or undefined where it is open (等) or no plain list of names. What stands in brackets is left
 * out; where the names are divided by 、 the list ends at the first comma.
 */
export function namesOf(list: string): NameList | undefined {
  const whole = withoutBrackets(list).replace(/[“”"‘’]/g, '')
  if (/等|……|\.\.\.|[（()）]/.test(whole)) return undefined
  const [head = '', ...tail] = whole.split(/[，,]/)
  if (whole.includes('、') && tail.some((piece) => piece.includes('、'))) return undefined
  const names = (whole.includes('、') ? head : whole).split(/[、，,]/).map((name) => name.trim())
  if (names.some((name) => name.length < 2 || name.length > 24 || clause.test(name))) return undefined
  if (names.length === 1 && !office.test(names[0]!)) return undefined
  const offices = names.filter((name) => office.test(name)).length
  if (offices < names.length && (offices > 0 || whole.split(/[，,]/).length > 1)) return undefined
  const further = whole.includes('、') ? tail.filter((piece) => piece.length <= 24 && office.test(piece)).length : 0
  const found = listOf(names, offices === names.length)
  return { ...found, most: found.most + further }
}

const kindEnds: Readonly<Record<string, RegExp>> = {
  乡镇: /[乡镇]$|街道$/,
  镇: /镇$/,
  乡: /乡$/,
  村: /村$|社区$/,
  社区: /社区$/,
  县: /[县区市]$/,
  区: /[县区市]$/,
  街道: /街道$/,
  股室: /[股室]$/,
  科室: /[科室]$/,
  处室: /[处室]$/,
  部室: /[部室]$/,
}

/** The names at the end of a list that are of the kind counted; undefined for fewer than two. */
export function closedTail(list: string, kind: string): NameList | undefined {
  const names = list.split('、')
  const ends = kindEnds[kind]
  if (!ends) return undefined
  const from = names.findLastIndex((name) => !ends.test(name)) + 1
  const tail = names.slice(from)
  return tail.length >= 2 ? listOf(tail, true) : undefined
}

function listOf(names: readonly string[], sure: boolean): NameList {
  const joints = names.reduce(
    (all, name) => all + (name.replace(/涉及|普及|以及|顾及/g, '').match(joint)?.length ?? 0),
    0,
  )
  return { names, most: names.length + joints, sure }
}

function withoutBrackets(text: string): string {
  let bare = text
  for (let depth = 0; depth < 3; depth++) bare = bare.replace(/[（(][^（()）]*[)）]/g, '')
  return bare
}
