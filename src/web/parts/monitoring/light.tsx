import { words } from '../../words/monitoring.ts'

/** 红、黄、绿, in words as in colour. */
export function Light({ warning }: { warning: 'red' | 'yellow' | 'green' | undefined }) {
  return warning ? <span className={`light ${warning}`}>{words.warnings[warning]}</span> : null
}
