import type { EvidenceList } from '#http/contracts/evidence.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/materials.ts'
import { HandIn } from './hand-in.tsx'

const words = all.evaluation

/** The materials an indicator asks for, each with the file that was handed in or the way to hand one in. */
export function EvidenceCell({ indicator }: { indicator: string }) {
  const { ledger } = useYear()
  const { data } = useOfYear<EvidenceList>('evidence')
  const line = data?.indicators.find((each) => each.indicator === indicator)
  if (!line || line.required.length === 0) return null
  const fileOf = (requirement: string) =>
    data?.files.find(({ proves = [] }) =>
      proves.some((each) => each.indicator === indicator && each.requirement === requirement),
    )
  return (
    <ul className="evidence">
      {line.required.map((requirement) => {
        const file = fileOf(requirement)
        return (
          <li key={requirement}>
            {requirement}：
            {file ? (
              <a href={`/api/ledgers/${ledger}/evidence/${encodeURIComponent(file.id)}`} download>
                {file.name}
              </a>
            ) : (
              <HandIn query={{ indicator, requirement }} name={words.handInFor(line.name, requirement)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
