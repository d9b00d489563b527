import { Alert, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { AssignmentBody, AssignmentsView } from '#http/contracts/evaluators.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { ledgerName } from '../../shell/year.ts'
import { words } from '../../words/assignments.ts'
import { words as workWords } from '../../words/work.ts'
import { ListTable } from '../list-table.tsx'
import { AssignmentRow } from './assignment-row.tsx'
import { useAction } from './use-action.ts'

/** Who evaluates a set. */
export function evaluatorsOf(
  { evaluators, assignments }: AssignmentsView,
  { department, year }: Pick<LedgerStanding, 'department' | 'year'>,
): AssignmentsView['evaluators'] {
  const given = assignments.filter((each) => each.department === department && each.year === year)
  return evaluators.filter(({ login }) => given.some((each) => each.login === login))
}

/** Sets to be picked and given to an evaluator; each can be taken back. */
export function GiveSets({ shown, assignments }: { shown: readonly LedgerStanding[]; assignments: AssignmentsView }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { problem, run } = useAction(['assignments'])
  const chosen = shown.filter((each) => picked.has(ledgerName(each)))
  const change = (login: string, assigned: boolean, sets: readonly LedgerStanding[], done: string) => {
    const json: AssignmentBody = { login, assigned, sets: sets.map(({ department, year }) => ({ department, year })) }
    return run(() => ask('/api/assignments', { method: 'POST', json }), done)
  }
  const pick = (sets: readonly LedgerStanding[], isPicked: boolean) => {
    const names = sets.map(ledgerName)
    setPicked(new Set(isPicked ? [...picked, ...names] : [...picked].filter((name) => !names.includes(name))))
  }
  const give = async ({ login, name }: Evaluator) => {
    await change(login, true, chosen, words.given(name, chosen.length))
    setPicked(new Set())
  }
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className="tools">
        <Checkbox
          checked={chosen.length === shown.length}
          indeterminate={chosen.length > 0 && chosen.length < shown.length}
          onChange={({ target }) => pick(shown, target.checked)}
        >
          {words.pickAll}
        </Checkbox>
        <ToWhom evaluators={assignments.evaluators} count={chosen.length} onGive={(each) => void give(each)} />
      </div>
      <ListTable name={workWords.office.assignments} columns={words.columns} look="plain stacked">
        {shown.map((each) => (
          <AssignmentRow
            key={ledgerName(each)}
            standing={each}
            evaluators={evaluatorsOf(assignments, each)}
            isPicked={picked.has(ledgerName(each))}
            onPick={(isPicked) => pick([each], isPicked)}
            onBack={({ login, name }) => void change(login, false, [each], words.backDone(name))}
          />
        ))}
      </ListTable>
    </>
  )
}

type Evaluator = AssignmentsView['evaluators'][number]

/** The evaluator the picked sets go to, one whose account is closed not among them. */
function ToWhom({
  evaluators,
  count,
  onGive,
}: {
  evaluators: readonly Evaluator[]
  count: number
  onGive: (evaluator: Evaluator) => void
}) {
  const able = evaluators.filter(({ disabled }) => !disabled)
  const [login, setLogin] = useState(able[0]?.login)
  const evaluator = able.find((each) => each.login === login)
  return (
    <>
      <Select
        aria-label={words.to}
        {...(login === undefined ? {} : { value: login })}
        options={able.map((each) => ({ value: each.login, label: each.name }))}
        onChange={setLogin}
      />
      <Button
        type="primary"
        disabled={count === 0 || !evaluator}
        onClick={() => {
          if (evaluator) onGive(evaluator)
        }}
      >
        {words.give(count)}
      </Button>
    </>
  )
}
