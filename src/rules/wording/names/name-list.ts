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
  /(?:[股科室组处局办队所站委部厅司署会]|中心|医院|学院|学校|小学|中学|大学|幼儿园|馆|公司|支队|大队|办公室|委员会|[镇乡村]|街道|社区|园区|政府|场|校|本级|机关|分局)$/
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
  const isDone = offices === names.length || (whole.includes('、') && endAlike(names))
  if (!isDone && (offices > 0 || whole.split(/[，,]/).length > 1)) return undefined
  const further = whole.includes('、') ? tail.filter((piece) => piece.length <= 24 && office.test(piece)).length : 0
  const areOffices = offices === names.length
  const isSure = areOffices && !names.some((name) => jointsIn(name, undefined) > 0)
  const found = listOf(names, isSure, areOffices ? office : undefined)
  return { ...found, most: found.most + further }
}

/** 「东湖校区、南屏校区、青桥校区」: three names or more that end alike. */
function endAlike(names: readonly string[]): boolean {
  return names.length >= 3 && new Set(names.map((name) => name.slice(-2))).size === 1
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
  办公室: /办(?:公室)?$|室$/,
}

/** The names at the end of a list that are of the kind counted, or are of any kind at all; undefined for fewer than two. */
export function closedTail(list: string, kind: string): NameList | undefined {
  const names = list.split('、')
  const ends = kindEnds[kind]
  const from = ends ? names.findLastIndex((name) => !ends.test(name)) + 1 : names.length
  const tail = names.slice(from)
  return tail.length >= 2 ? listOf(tail, true, ends) : closedNames(names, kind)
}

const places = /^(?:县|区|街道|社区|乡镇|镇|乡|村)$/
/** A name of a place without its kind: 桂园, 老鹰. */
const barePlace = /^\p{Script=Han}{2,3}$/u
/** As many names tell that they are a list, and not things that happen to stand before a number. */
const fewestNames = 3

/** 「计财股、项目办、电教站3个股室」: offices of several kinds; 「桂园、东湖、虹桥3个街道」: places by their bare names. */
function closedNames(names: readonly string[], kind: string): NameList | undefined {
  if (names.length < fewestNames) return undefined
  const further = names.slice(1)
  const isOffices = names.every((name) => office.test(name))
  const isPlaces = places.test(kind) && further.every((name) => barePlace.test(name) && !office.test(name))
  return isOffices || isPlaces ? listOf(names, false) : undefined
}

/** ends: what every name ends with, so that 和 stands between two of them only behind it: 「学校和少年部」 is one. */
function listOf(names: readonly string[], sure: boolean, ends?: RegExp): NameList {
  const joints = names.reduce((all, name) => all + jointsIn(name.replace(/涉及|普及|以及|顾及/g, ''), ends), 0)
  return { names, most: names.length + joints, sure }
}

function jointsIn(name: string, ends: RegExp | undefined): number {
  const pieces = name.split(joint).slice(0, -1)
  // 「综合和财务股」 may be two offices that share an ending.
  const isOne = (piece: string) => ends!.test(piece) || (ends === office && piece.length <= 2)
  return ends ? pieces.filter(isOne).length : pieces.length
}

/** A text without what stands in its brackets, which may hold brackets themselves. */
export function withoutBrackets(text: string): string {
  let bare = text
  for (let depth = 0; depth < 3; depth++) bare = bare.replace(/[（(][^（()）]*[)）]/g, '')
  return bare
}
