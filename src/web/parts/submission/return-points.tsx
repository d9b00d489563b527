import { Button, Input } from 'antd'
import { words as all } from '../../words/review.ts'

const words = all.submission

/** What a return asks to be mended, point by point: a resubmission must answer each. */
export function ReturnPoints({
  points,
  onPoints,
}: {
  points: readonly string[]
  onPoints: (points: readonly string[]) => void
}) {
  return (
    <fieldset className="framed">
      <legend>{words.returnTitle}</legend>
      {points.map((point, index) => (
        // Points have no name but their number.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="point">
          <Input.TextArea
            aria-label={words.point(index + 1)}
            placeholder={words.pointHint}
            autoSize
            value={point}
            onChange={({ target }) => onPoints(points.with(index, target.value))}
          />
          {points.length > 1 && (
            <Button
              size="small"
              aria-label={words.removePoint(index + 1)}
              onClick={() => onPoints(points.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => onPoints([...points, ''])}>
        {words.addPoint}
      </Button>
    </fieldset>
  )
}
