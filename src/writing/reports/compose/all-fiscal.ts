import { type Setting, factOf } from './setting.ts'

const others = ['source.special-account', 'source.own', 'source.other']

/** Whether all the money of the department (entity '') or of a project is 财政拨款: none of a special account, none of its own. */
export function isAllFiscal(setting: Setting, entity: string): boolean {
  return others.every((measure) =>
    ['final', 'actual'].every((phase) => factOf(setting, { measure, phase, entity })?.quantity.value.eq(0) ?? true),
  )
}
