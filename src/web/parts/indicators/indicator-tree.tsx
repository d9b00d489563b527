import { Button } from 'antd'
import { type DragEvent, useState } from 'react'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/indicators.ts'
import type { IndicatorEdits } from './edit-indicators.ts'
import { columnsNamed } from '../list-table.tsx'
import { FirstLevelSum } from './first-level-sum.tsx'
import { IndicatorLine } from './indicator-line.tsx'
import { type FirstLevel, type Tree, headingsUnder, placedBefore, placedUnder, textIn } from './tree.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export type TreeProps = {
  readonly tree: Tree
  readonly edits: IndicatorEdits
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** The indicators under their headings, typed in place, moved by keys and by dragging; weights add up as they are typed. */
export function IndicatorTree({ execution, ...props }: TreeProps & { execution: string }) {
  const { canEdit } = useYear()
  const { tree, edits, onChoose } = props
  const add = (level1: string, level2: string) => onChoose(edits.add(level1, level2))
  return (
    <section aria-labelledby="tree-title" className="tree">
      <h2 id="tree-title">{words.tree}</h2>
      <p className="tree-sum">
        {words.whole} <FirstLevelSum sum={tree.sum} planned={tree.planned} />{' '}
        <span className="calm">{words.execution(execution)}</span>
      </p>
      {tree.levels.length === 0 && (
        <p>
          {words.none}
          {words.noneExample}
        </p>
      )}
      {tree.levels.length > 0 && <TreeTable {...props} onAdd={add} />}
      {canEdit && (
        <p className="tree-more">
          {tree.unused.map((heading) => (
            <Button key={heading} onClick={() => add(heading, headingsUnder(tree, heading)[0] ?? heading)}>
              {words.addHeading(heading)}
            </Button>
          ))}
        </p>
      )}
      {canEdit && tree.levels.length > 0 && <p className="calm">{words.hint}</p>}
    </section>
  )
}

function TreeTable(props: TreeProps & { onAdd: (level1: string, level2: string) => void }) {
  const keepFocus = useKeptFocus(props.tree)
  const [dragged, setDragged] = useState('')
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.tree}>
      <table className="list plain boxed tree-rows cards" style={columnsNamed(words.columns)} ref={keepFocus.place}>
        <thead>
          <tr>
            {words.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.tree.levels.flatMap((level) => [
            <FirstLevelRow key={`1 ${level.level1}`} level={level} />,
            ...level.groups.flatMap((group) => [
              <SecondLevelRow
                key={`2 ${level.level1} ${group.level2}`}
                {...props}
                {...{ level, dragged }}
                level2={group.level2}
                sum={group.sum}
              />,
              ...group.lines.map((line) => (
                <IndicatorLine
                  key={textIn(line, 'id')}
                  {...props}
                  line={line}
                  onMove={keepFocus.note}
                  onDrag={setDragged}
                  onDropBefore={() => dropped(props, dragged, placedBefore(props.tree, dragged, textIn(line, 'id')))}
                />
              )),
            ]),
          ])}
        </tbody>
      </table>
    </div>
  )
}

function dropped({ tree, edits }: TreeProps, id: string, placing: ReturnType<typeof placedBefore>): void {
  const lines = tree.levels.flatMap(({ groups }) => groups.flatMap((group) => group.lines))
  const line = lines.find((each) => textIn(each, 'id') === id)
  if (line) edits.place(line, placing)
}

function FirstLevelRow({ level }: { level: FirstLevel }) {
  const { level1, sum, planned, reached, others } = level
  return (
    <tr className="first-level">
      <th scope="rowgroup" colSpan={6}>
        {level1} <FirstLevelSum sum={reached} planned={planned} />
        {others.length > 0 && (
          <span className="calm">
            {' '}
            {words.shared(others.join('、'))}，{words.ownSum(level1, sum)}
          </span>
        )}
      </th>
    </tr>
  )
}

function SecondLevelRow({
  level,
  level2,
  sum,
  dragged,
  onAdd,
  ...props
}: TreeProps & {
  level: FirstLevel
  level2: string
  sum: string
  dragged: string
  onAdd: (level1: string, level2: string) => void
}) {
  const { canEdit } = useYear()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    dropped(props, dragged, placedUnder(props.tree, dragged, level.level1, level2))
  }
  return (
    <tr className="second-level" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <th scope="rowgroup" colSpan={4}>
        {level2}
      </th>
      <td className="amount">{sum}</td>
      <td>
        {canEdit && (
          <Button size="small" aria-label={words.addTo(level2)} onClick={() => onAdd(level.level1, level2)}>
            {words.add}
          </Button>
        )}
      </td>
    </tr>
  )
}
