import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { words } from '../../words/work.ts'

dayjs.locale('zh-cn')
const written = 'YYYY-MM-DD'
/** How people write a day; the first is how it is shown, whatever the browser's language. */
const formats = [written, 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD']

/**
 * A day, typed or picked from the calendar.
 *
 * day        YYYY-MM-DD, '' none; `from` and `to` the first and last that can be picked
 * mayBeNone  whether it can be taken away again
 */
export function DayField({
  name,
  day,
  onDay,
  from,
  to,
  mayBeNone = false,
  disabled = false,
}: {
  name: string
  day: string
  onDay: (day: string) => void
  from?: string
  to?: string
  mayBeNone?: boolean
  disabled?: boolean
}) {
  return (
    <DatePicker
      aria-label={name}
      className="day-field"
      value={day === '' ? null : dayjs(day, written)}
      format={formats}
      placeholder={words.dayHint}
      allowClear={mayBeNone}
      disabled={disabled}
      {...(from ? { minDate: dayjs(from, written) } : {})}
      {...(to ? { maxDate: dayjs(to, written) } : {})}
      onChange={(value) => onDay(value?.format(written) ?? '')}
    />
  )
}
