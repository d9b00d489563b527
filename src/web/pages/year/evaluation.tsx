import { Alert } from 'antd'
import type { ScoredForms } from '#http/contracts/year.ts'
import { Entities } from '../../parts/entities.tsx'
import { EvaluationSheet } from '../../parts/evaluation/evaluation-sheet.tsx'
import { GoalBox } from '../../parts/evaluation/goal-box.tsx'
import { PageChecks } from '../../parts/evaluation/page-checks.tsx'
import { ScoreChart } from '../../parts/evaluation/score-chart.tsx'
import { ReadOnlyNote } from '../../parts/read-only-note.tsx'
import type { YearPageProps } from '../../shell/year-pages.tsx'
import { useOfYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.evaluation

/** 绩效自评: the form of the department or one project, filled and scored from the ledger; what is missing stands beside it. */
export function EvaluationPage({ item = '' }: YearPageProps) {
  const { data, error } = useOfYear<ScoredForms>('evaluation')
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const form = data.forms.find(({ inputs }) => inputs.entity === item) ?? data.forms[0]
  if (!form) return <p className="calm">{words.noForms}</p>
  const { entity } = form.inputs
  return (
    <>
      <h1>{words.title}</h1>
      <p className="calm">{words.pack(data.pack.title)}</p>
      <ReadOnlyNote />
      <Entities page="evaluation" entities={data.forms.map(({ inputs }) => inputs.entity)} current={entity} />
      <GoalBox entity={entity} fields={['planned', 'achieved']} />
      <EvaluationSheet form={form} />
      <PageChecks pages={['evaluation', 'indicators']} more={form.faults} />
      <ScoreChart form={form} />
    </>
  )
}
