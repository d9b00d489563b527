import type { Job } from '#domain/jobs/job.ts'

/** What the server said of a job until it closed the line: each event's id and the job as it was then. */
export type Heard = { readonly id: string; readonly job: Job }

/** Follows a job to its end, or until `enough` has been heard. */
export async function followEvents(
  url: string,
  cookie: string,
  enough: (heard: Heard) => boolean = () => false,
): Promise<Heard[]> {
  const leaving = new AbortController()
  const answer = await fetch(url, { headers: cookie ? { cookie } : {}, signal: leaving.signal })
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) throw new Error(await answer.text())
  const heard: Heard[] = []
  let rest = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const events = (rest + chunk).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/s.exec(event) ?? []
      if (data !== '') heard.push({ id, job: JSON.parse(data) as Job })
    }
    const last = heard.at(-1)
    if (last && enough(last)) {
      leaving.abort()
      break
    }
  }
  return heard
}
