import { Alert, Button } from 'antd'
import { useRef } from 'react'
import type { Publication } from '#http/contracts/publications.ts'
import type { ReportLine } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { goTo, plainAddress } from '../../route.ts'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { words as all } from '../../words/office.ts'
import { words as reportWords } from '../../words/reports.ts'
import { words as workWords } from '../../words/work.ts'
import { dayOf } from '../../zh.ts'

const words = all.published

/** 公开的材料: the sets the finance bureau has accepted, each report as it is printed; nothing behind them is shown. */
export function Published({ query }: OfficeProps) {
  const { set = '', report = '', search = '' } = query
  const { data, error } = useRead({
    queryKey: ['publications'],
    queryFn: () => ask<{ publications: readonly Publication[] }>('/api/publications'),
  })
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const { publications } = data
  if (publications.length === 0) return <p className="calm">{words.none}</p>
  const chosen = publications.find((each) => nameOf(each) === set)
  if (chosen) return <OneSet key={set} publication={chosen} report={report} />
  const shown = publications.filter(({ departmentName }) => departmentName.includes(search))
  return (
    <>
      <p className="lead">{words.count(publications.length)}</p>
      <div className="tools">
        <SearchBox
          name={words.search}
          text={search}
          width={240}
          onSearch={(text) => goTo(plainAddress('published', { search: text }), { instead: true })}
        />
      </div>
      {shown.length === 0 && <p className="calm">{words.noneOf}</p>}
      {shown.length > 0 && (
        <ListTable name={words.title} columns={words.columns} look="plain stacked">
          {shown.map((each) => (
            <tr key={nameOf(each)}>
              <th scope="row">
                <a href={plainAddress('published', { set: nameOf(each) })}>{each.departmentName}</a>
              </th>
              <td>{each.year}</td>
              <td>{dayOf(each.acceptedAt)}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </>
  )
}

function nameOf({ division, department, year }: Publication): string {
  return `${division}/${encodeURIComponent(department)}/${year}`
}

function OneSet({ publication, report }: { publication: Publication; report: string }) {
  const name = nameOf(publication)
  const frame = useRef<HTMLIFrameElement>(null)
  const { data, error } = useRead({
    queryKey: ['publications', name],
    queryFn: () => ask<{ reports: readonly ReportLine[] }>(`/api/publications/${name}/reports`),
  })
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  const shown = data.reports.find(({ id }) => id === report) ?? data.reports[0]
  const address = `/api/publications/${name}/reports/${encodeURIComponent(shown?.id ?? '')}`
  return (
    <>
      <p>
        <a href={plainAddress('published', {})}>{words.back}</a>
      </p>
      <h2>{words.set(publication.departmentName, publication.year)}</h2>
      <div className="tools">
        <Button href={`${address}/docx`} download>
          {reportWords.word}
        </Button>
        <Button href={`${address}/pdf`} download>
          {reportWords.pdf}
        </Button>
        <Button onClick={() => frame.current?.contentWindow?.print()}>{reportWords.print}</Button>
      </div>
      <div className="preview">
        <nav aria-label={reportWords.list}>
          <ol>
            {data.reports.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={plainAddress('published', { set: name, report: id })}
                  aria-current={id === shown?.id ? 'page' : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <iframe key={address} ref={frame} src={address} title={reportWords.preview(shown?.title ?? '')} />
      </div>
    </>
  )
}
