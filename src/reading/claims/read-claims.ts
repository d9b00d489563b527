import type { Claim } from '#domain/claim.ts'
import type { Document, Part } from '#domain/document.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { FigureMaker } from '../figure-maker.ts'
import { accountLists } from './sums/account-lists.ts'
import { balances } from './sums/balances.ts'
import { gapsOfTheOnlyTwo } from './gaps/only-two.ts'
import { completeLists } from './sums/complete-lists.ts'
import { changesOfParts } from './changes/changes-of-parts.ts'
import { differences } from './changes/differences.ts'
import { isDoneOfThose } from './sums/done-of-those.ts'
import { firmIfClosed } from './sums/closed-sets.ts'
import { dividedTotals } from './sums/divided-totals.ts'
import { enumerations } from './sums/enumerations.ts'
import { factsIn } from './text/measure-facts.ts'
import { formFacts } from './text/form-facts.ts'
import { withGaps } from './gaps/with-gaps.ts'
import { partsOfWhole } from './sums/parts-of-whole.ts'
import { isFullOfGot } from './doubts/full-of-got.ts'
import { withoutDifferencesOfOthers } from './doubts/differences-of-others.ts'
import { withoutExplainedProducts } from './doubts/explained-products.ts'
import { withoutExplainedRates } from './doubts/explained-rates.ts'
import { isFarOff } from './doubts/far-off.ts'
import { withoutMisreadRates } from './doubts/misread-rates.ts'
import { withoutOtherChanges } from './doubts/other-changes.ts'
import { withoutOverlaps } from './sums/overlaps.ts'
import { isTogether } from './rates/rates-together.ts'
import { scoresByRate } from './rates/scores-by-rate.ts'
import { takenShares } from './rates/taken-shares.ts'
import { isTakenPair } from './rates/taken-pairs.ts'
import { isPlausible } from './doubts/plausible.ts'
import { isReadAnew, isSameProduct } from './products/product-terms.ts'
import { isOtherwiseExplained } from './doubts/second-thoughts.ts'
import { type Mention, type Sentence, sentencesOf, sentencesOfCells } from './text/sentences.ts'
import { overBoundProducts } from './priced/over-bound.ts'
import { overWrongMeans } from './products/wrong-means.ts'
import { overFormulas } from './products/over-formulas.ts'
import { overWrongBases } from './rates/wrong-bases.ts'
import { wordsAndDigits } from './retold/words-and-digits.ts'
import { statuses } from './sums/statuses.ts'
import { twoHalves } from './sums/two-halves.ts'
import { weightedMeans } from './sums/weighted-means.ts'
import { verdicts } from './verdicts/verdicts.ts'
import { nearbyClaims } from './nearby/nearby-claims.ts'
import { lineOf } from './nearby/number-line.ts'
import { plainGrowth } from './changes/plain-growth.ts'
import { oneToSoMany } from './rates/one-to-so-many.ts'
import { growthByName } from './changes/growth-by-name.ts'
import { datedGrowth } from './changes/dated-growth.ts'
import { turnedRates } from './rates/turned-rates.ts'
import { paragraphRates } from './rates/paragraph-rates.ts'
import { upsideDown } from './rates/upside-down.ts'
import { lostPoints } from './sums/lost-points.ts'
import { pointsPerCase } from './sums/points-per-case.ts'
import { overQuarters } from './sums/quarters.ts'
import { scoresOfFulls } from './sums/scores-of-fulls.ts'
import { pointsLeft } from './sums/points-left.ts'
import { ratesOfTheRest } from './rates/rates-of-the-rest.ts'
import { plainRates } from './rates/plain-rates.ts'
import { toldAgain } from './retold/told-again.ts'
import { toldByDeed } from './retold/told-by-deed.ts'
import { carriedOver } from './retold/carried-over.ts'
import { pointedBack } from './retold/pointed-back.ts'
import { pointedScores } from './retold/pointed-scores.ts'
import { saidEqual } from './retold/said-equal.ts'
import { isUnderGoals } from './retold/under-goals.ts'
import { countsIn } from './retold/counts.ts'
import { cued } from './text/cues.ts'

/** What the sentences of the parts say: claims that arithmetic can be held against, facts, and counts of things done. */
export function readClaims(
  document: Document,
  parts: readonly Part[],
  knowledge: Knowledge,
  maker: FigureMaker,
): { claims: Claim[]; facts: Fact[] } {
  const claims: Claim[] = []
  const facts: Fact[] = []
  const projects = [...new Set(parts.flatMap(({ project }) => project ?? []))]
  for (const part of parts) {
    const earlier: Mention[] = []
    const sentences = sentencesOf(document, part, maker)
    const told: Claim[] = []
    for (const [at, sentence] of sentences.entries()) {
      told.push(...claimsIn(sentence, sentences[at - 1], earlier))
      const bound = formFacts(sentence, part, projects)
      facts.push(...bound)
      if (!isUnderGoals(document, sentence.block))
        facts.push(...unbound(factsIn(sentence, part, knowledge.measures), bound), ...countsIn(sentence, part))
      earlier.push(...sentence.mentions)
    }
    told.push(...enumerations(sentences), ...accountLists(sentences))
    told.push(...scoresIn(sentences, told))
    claims.push(...settled(told, sentences, part.year), ...statuses(document, part, sentences), ...verdicts(sentences))
    for (const told of sentencesOfCells(document, part, maker)) {
      claims.push(...readCell(told.sentences), ...verdicts(told.sentences))
      if (told.done)
        for (const sentence of told.sentences)
          facts.push(...factsIn(sentence, part, knowledge.measures), ...countsIn(sentence, part))
    }
  }
  return { claims, facts }
}

/** What all readers make of the sentences together. */
function settled(told: readonly Claim[], sentences: readonly Sentence[], year: number | undefined): readonly Claim[] {
  const read = withoutExplainedProducts(turnedRates(withNearby(told, sentences), sentences), sentences)
  const apart = withoutDifferencesOfOthers(withoutOverlaps(withoutPartsOfThemselves(read), sentences), sentences)
  const rates = withoutOtherChanges(withoutMisreadRates(apart, sentences), sentences)
  const kept = withoutExplainedRates(rates, sentences, year)
  return overFormulas(kept, sentences)
}

/** What was told, with what numbers are to each other where nothing was, and what both of them bind to wrong ones mended. */
function withNearby(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  const apart = told.filter((claim) => !isTakenPair(claim, told))
  const kept = [...apart, ...upsideDown(apart, sentences)]
  const products = kept.filter(({ form }) => form.is === 'product')
  const line = lineOf(sentences)
  const nearby = nearbyClaims(line, kept).filter((claim) => !products.some((each) => isSameProduct(each, claim)))
  const bound = [...kept.filter((claim) => !isReadAnew(claim, nearby)), ...nearby]
  const mended = overBoundProducts(overWrongMeans(overWrongBases(bound, sentences, line), sentences), sentences)
  // Each of these reads what none before it did.
  const last = [
    ratesOfTheRest,
    plainRates,
    paragraphRates,
    takenShares,
    scoresByRate,
    plainGrowth,
    datedGrowth,
    growthByName,
    oneToSoMany,
    retoldAgain,
  ]
  const read = last.reduce<readonly Claim[]>((told, reader) => [...told, ...reader(told, sentences)], mended)
  const listed = completeLists(overQuarters([...read, ...twoHalves(read, sentences)], sentences), sentences)
  return [...listed, ...gapsOfTheOnlyTwo(listed, sentences)]
}

/** What scores are reckoned of across sentences: losses, weights, full marks. */
function scoresIn(sentences: readonly Sentence[], told: readonly Claim[]): readonly Claim[] {
  return [
    ...pointsLost(sentences),
    ...weightedMeans(sentences),
    ...pointsPerCase(sentences),
    ...untold(scoresOfFulls(sentences), told),
  ]
}

/** Those whose total nothing sums up already. */
function untold(found: readonly Claim[], told: readonly Claim[]): readonly Claim[] {
  if (found.length === 0) return found
  const totals = new Set(told.flatMap(({ form }) => (form.is === 'sum' ? [form.total.figure] : [])))
  return found.filter(({ form }) => form.is === 'sum' && !totals.has(form.total.figure))
}

/** Numbers that are told again: by words that point back, in another unit, or as the same. */
function retoldAgain(told: readonly Claim[], sentences: readonly Sentence[]): Claim[] {
  const known = new Set(
    told.flatMap(({ form }) => (form.is === 'equal' ? form.terms.map(({ figure }) => figure.id) : [])),
  )
  const again = [
    ...pointedBack(sentences),
    ...toldByDeed(sentences),
    ...pointedScores(sentences),
    ...sentences.flatMap(saidEqual),
    ...carriedOver(sentences),
    ...toldAgain(sentences),
  ]
  return again.filter(({ form }) => form.is !== 'equal' || !form.terms.every(({ figure }) => known.has(figure.id)))
}

/** Of what is told to be the same amount neither is part of the other. */
function withoutPartsOfThemselves(claims: readonly Claim[]): readonly Claim[] {
  const equal = claims.flatMap(({ form }) => (form.is === 'equal' ? [form.terms.map(({ figure }) => figure)] : []))
  const areOne = (one: Figure, two: Figure) => equal.some((terms) => terms.includes(one) && terms.includes(two))
  return claims.filter(({ form }) => form.is !== 'at-most' || !areOne(form.lesser.figure, form.greater.figure))
}

/** What the words of a form or a project's name bind is told by them alone. */
function unbound(facts: readonly Fact[], bound: readonly Fact[]): readonly Fact[] {
  return bound.length === 0 ? facts : facts.filter(({ figure }) => !bound.some((fact) => fact.figure === figure))
}

/** What the sentences of one cell claim: they speak of each other, not of what stands elsewhere. */
function readCell(sentences: readonly Sentence[]): Claim[] {
  const earlier: Mention[] = []
  return sentences.flatMap((sentence, at) => {
    const claims = claimsIn(sentence, sentences[at - 1], earlier)
    earlier.push(...sentence.mentions)
    return claims
  })
}

/** What there was and came against what went and is left: by the accounts' own words, else by what is said to move. */
function accountsOf(sentence: Sentence): readonly Claim[] {
  const told = balances(sentence)
  return told.length > 0 ? told : cued.stocks(sentence)
}

/** What was lost of full marks; a score is told once. */
function pointsLost(sentences: readonly Sentence[]): readonly Claim[] {
  const lost = lostPoints(sentences)
  const scores = new Set(lost.flatMap(({ form }) => (form.is === 'sum' ? form.parts.map(({ figure }) => figure) : [])))
  const left = sentences.flatMap((each, at) => (/[扣失]/.test(each.text) ? pointsLeft(each, sentences[at - 1]) : []))
  return [
    ...lost,
    ...left.filter(({ form }) => form.is === 'sum' && !form.parts.some(({ figure }) => scores.has(figure))),
  ]
}

/** By how much two numbers differ. */
function differencesIn(sentence: Sentence, earlier: readonly Mention[]): readonly Claim[] {
  return [
    ...cued.pointsApart(sentence, earlier),
    ...cued.scoresApart(sentence, earlier),
    ...differences(sentence),
    ...cued.namedDifferences(sentence, earlier),
  ]
}

/** The totals that close lists; what the words alone bind is told once. */
function closingOf(sentence: Sentence): readonly Claim[] {
  const closing = cued.closingTotals(sentence)
  const totals = closing.map(({ form }) => (form.is === 'sum' ? form.total.figure : undefined))
  return [
    ...closing,
    ...cued.summedLists(sentence).filter(({ form }) => form.is === 'sum' && !totals.includes(form.total.figure)),
  ]
}

/** What the scores of a sentence add up to, as it lists them or by the names of their groups. */
function scoresOf(sentence: Sentence, previous: Sentence | undefined): readonly Claim[] {
  const told = cued.scores(sentence, previous)
  return told.length > 0 ? told : cued.groupScores(sentence, previous)
}

/** Everything one sentence says of its numbers and those before them. */
function claimsIn(sentence: Sentence, previous: Sentence | undefined, earlier: readonly Mention[]): Claim[] {
  const compared = [...cued.rates(sentence, earlier), ...cued.changes(sentence, previous)]
  const sums = [...partsOfWhole(sentence, previous, earlier), ...dividedTotals(sentence, earlier)].filter(
    (claim) => isPlausible(claim, sentence, earlier) && !isDoneOfThose(claim),
  )
  // What a list tells of each of its shares is not unbound by another amount that one of them fits.
  const respective = [...cued.respectiveShares(sentence, earlier), ...cued.respectiveRates(sentence)]
  const listed = respective.length > 0 ? respective : cued.listedShares(sentence, earlier)
  const others = [
    ...sums,
    ...changesOfParts(sentence, sums, earlier),
    ...cued.builtTotals(sentence, earlier),
    ...cued.bracketSums(sentence),
    ...cued.countedNouns(sentence),
    ...closingOf(sentence),
    ...cued.namedSums(sentence),
    ...cued.sumsByLabel(sentence, earlier),
    ...cued.totalsByName(sentence),
    ...cued.listedChanges(sentence),
    ...cued.pairedCounts(sentence),
    ...cued.weights(sentence),
    ...cued.remainders(sentence, earlier),
    ...scoresOf(sentence, previous),
    ...cued.gradeCounts(sentence, earlier).filter((claim) => isPlausible(claim, sentence, earlier)),
    ...cued.adjustedBudgets(sentence, earlier),
    ...accountsOf(sentence),
    ...cued.surveyVoids(sentence, earlier),
    ...cued.restatedTotals(sentence, previous),
    ...cued.restatedUnits(sentence),
    ...compared.filter(
      (claim) =>
        isTogether(claim) || (isPlausible(claim, sentence, earlier) && !isOtherwiseExplained(claim, sentence, earlier)),
    ),
    ...comparisonsIn(sentence, earlier),
    ...wordsAndDigits(sentence),
  ]
  const kept = others.filter(
    (claim) => !isFullOfGot(claim) && (isTogether(claim) || !isFarOff(claim, sentence, earlier)),
  )
  return withGaps([...kept, ...listed], sentence).map(firmIfClosed)
}

/** Means, growth, what lies between two numbers, and prices. */
function comparisonsIn(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return [
    ...cued.listMeans(sentence, earlier),
    ...cued.seriesGrowth(sentence),
    ...cued.compoundGrowth(sentence),
    ...differencesIn(sentence, earlier),
    ...cued.averages(sentence, earlier),
    ...cued.products(sentence),
    ...cued.lastingTimes(sentence),
  ]
}
