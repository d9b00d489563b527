import { Button, Tour } from 'antd'
import { useState } from 'react'
import { type YearPage, useMedia } from '../route.ts'
import { words as deskWords } from '../words/desk.ts'
import { words as workWords } from '../words/work.ts'

const words = deskWords.tour
const seen = 'jiheng.tour'

/** A walk along the tasks of the year, offered until it was taken or declined. */
export function FirstTour() {
  const [isOffered, setOffered] = useState(() => localStorage.getItem(seen) === null)
  const [isOpen, setOpen] = useState(false)
  const isNarrow = useMedia('(max-width: 899px)')
  const end = () => {
    localStorage.setItem(seen, 'yes')
    setOpen(false)
    setOffered(false)
  }
  if (!isOffered) return null
  const pages = Object.keys(words.steps) as (keyof typeof words.steps)[]
  return (
    <p className="tour">
      {words.offer}{' '}
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {words.take}
      </Button>{' '}
      <Button size="small" onClick={end}>
        {words.decline}
      </Button>
      <Tour
        open={isOpen}
        classNames={{ section: 'tour-card' }}
        arrow={isNarrow}
        onClose={end}
        onFinish={end}
        steps={pages.map((page) => ({
          title: workWords.pages[page],
          description: words.steps[page],
          target: () => linkTo(page),
          placement: isNarrow ? ('bottomLeft' as const) : ('rightTop' as const),
        }))}
      />
    </p>
  )
}

function linkTo(page: YearPage): HTMLElement {
  const link = [...document.querySelectorAll<HTMLElement>('.tasks a')].find(
    (each) => each.textContent === workWords.pages[page],
  )
  return link ?? document.body
}
