import type { EntryField } from '#domain/ledger/entry-keys.ts'

/**
 * The field of the ledger behind a fact's record: 'budget:3' is the amount of budget line 3, 'staffing:001' of the
 * measure 'staff.retired' the 退休人数 of unit 001. Undefined for a record of no list.
 */
export function fieldOfRecord(record: string, measure: string): EntryField | undefined {
  const [kind = '', ...rest] = record.split(':')
  return fields[kind]?.(rest.join(':'), measure)
}

const amount = { field: 'amount' } as const
const fields: Readonly<Record<string, (id: string, measure: string) => EntryField>> = {
  budget: (id) => ({ list: 'budgetLines', key: [id], ...amount }),
  payment: (id) => ({ list: 'payments', key: [id], ...amount }),
  staffing: (id, measure) => ({ list: 'staffing', key: [id], field: staffFields[measure] ?? quotaField(measure) }),
  base: (id) => {
    const [item = '', column = 'actual'] = id.split('@')
    return { list: 'baseItems', key: [item, column], ...amount }
  },
  project: (id, measure) => ({
    list: 'projects',
    key: [id],
    field: measure === 'project.arrived' ? 'arrived' : 'evaluated',
  }),
  task: (id, measure) => ({ list: 'tasks', key: [id], field: measure === 'task.fiscal' ? 'fiscal' : 'amount' }),
  organisation: (id) => ({ list: 'organisations', key: [id], field: 'offices' }),
  building: (id, measure) => ({ list: 'buildings', key: [id], field: buildingFields[measure] ?? 'actualArea' }),
  indicator: (id, measure) => ({ list: 'indicators', key: [id], field: indicatorField(measure) }),
  work: (id) => {
    const [work = '', ...record] = id.split('/')
    return { list: 'workRecords', key: [work, record.join('/')] }
  },
}

const staffFields: Readonly<Record<string, string>> = {
  'staff.on-post': 'onPost',
  'staff.retired': 'retired',
  'staff.including': 'including',
  'staff.control-rate': 'onPost',
}

/** A column for each kind of post: 'quotas.full-funded'. */
function quotaField(measure: string): string {
  const [, kind] = /^staff\.quota-(.+)$/.exec(measure) ?? []
  return kind === undefined ? 'quotas' : `quotas.${kind}`
}

const buildingFields: Readonly<Record<string, string>> = {
  'building.approved-area': 'approvedArea',
  'building.actual-area': 'actualArea',
  'building.budgeted-investment': 'budgetedInvestment',
  'building.actual-investment': 'actualInvestment',
}

/** 'indicator.target.z3' is typed into its target; its score comes of its actual value. */
function indicatorField(measure: string): string {
  const [, what = 'actual'] = /^indicator\.([a-z]+)\./.exec(measure) ?? []
  return what === 'score' ? 'actual' : what
}
