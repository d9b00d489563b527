import { Button, Checkbox } from 'antd'
import type { AssignmentsView } from '#http/contracts/evaluators.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { words } from '../../words/assignments.ts'
import { words as workWords } from '../../words/work.ts'

type Evaluator = AssignmentsView['evaluators'][number]

/** One set, who evaluates it, and taking it back from them. */
export function AssignmentRow({
  standing: { departmentName, year, state },
  evaluators,
  isPicked,
  onPick,
  onBack,
}: {
  standing: LedgerStanding
  evaluators: readonly Evaluator[]
  isPicked: boolean
  onPick: (picked: boolean) => void
  onBack: (evaluator: Evaluator) => void
}) {
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={words.pick(departmentName, year)}
          checked={isPicked}
          onChange={({ target }) => onPick(target.checked)}
        />
      </td>
      <th scope="row">{departmentName}</th>
      <td>{year}</td>
      <td>
        <span className={`state ${state}`}>{workWords.states[state]}</span>
      </td>
      <td>
        {evaluators.length === 0 && <span className="calm">{words.nobodyYet}</span>}
        {evaluators.map((each) => (
          <span key={each.login} className="assigned">
            {each.name}
            {each.disabled && words.disabled}{' '}
            <Button
              size="small"
              aria-label={words.backOf(each.name, departmentName, year)}
              onClick={() => onBack(each)}
            >
              {words.back}
            </Button>
          </span>
        ))}
      </td>
    </tr>
  )
}
