/** Every refusal of the database: the sentence a person reads, and what to do next. */
export const storageProblems = {
  'server-missing': '没有适合这台机器的数据库程序，请重新安装，或用 DATABASE_URL 指定一个 PostgreSQL。',
  'server-user-missing':
    '不能以 root 身份运行数据库，又找不到 postgres 或 nobody 用户，请换普通用户运行，或用 DATABASE_URL 指定数据库。',
  'folder-unreachable':
    '数据库文件夹在只有 root 能进的目录里，请换一个位置（例如 /var/lib/jiheng），或改用普通用户运行。',
  'server-not-starting': '数据库没有启动成功，请看括号里的原因；磁盘已满或权限不足时先排除再试。',
  'database-unreachable': '连不上数据库，请检查 DATABASE_URL 和数据库是否在运行。',
  'database-lost': '数据库在中途断开了，没有做完的不保存，请核对后再试一次。',
  'schema-newer': '数据库是用更新版本的程序建的，请升级程序后再打开。',
  'schema-failed': '数据库结构没有升级成功，数据保持原样，请把括号里的原因发给维护人员。',
  'ledger-missing': '没有这个部门、这个年度的账本，请先建立账本。',
  'key-repeated': '同一个编号出现了两次，没有保存，请核对后再试。',
  'reference-unknown': '引用了账本里没有的单位或项目，没有保存，请先补登再试。',
  'amount-not-exact': '金额超出可登记的范围或不到分，没有保存，请核对后再试。',
  'text-garbled': '文字里有无法保存的字符，没有保存，请删去后再试。',
  'value-invalid': '有的内容不合规格，没有保存，请核对后再试。',
  'backup-broken': '备份文件不完整或被改动过，没有恢复任何数据，请换一份备份。',
  'database-not-empty': '要恢复到的数据库里已有数据，没有恢复，请换一个空的数据库。',
  'login-taken': '这个登录名已有人用，请换一个。',
  'entry-missing': '这一条已经不在账本里，可能刚被别人删去，请刷新后再看。',
  'entry-used': '还有别处用着这一条，没有删除，请先改那些地方。',
  'ledger-locked': '这套材料已送审，不能再改；需要改时请先撤回，或等审核人退回。',
  'log-broken': '变更记录对不上，可能被改动过，请立即联系维护人员。',
} as const satisfies Record<string, string>

export type StorageProblemCode = keyof typeof storageProblems

/** A refusal of the database; `message` is a sentence for a person, `detail` what was seen. */
export class StorageProblem extends Error {
  readonly code: StorageProblemCode
  readonly detail: string

  constructor(code: StorageProblemCode, detail = '', cause?: unknown) {
    super(`${storageProblems[code]}${detail ? `（${detail}）` : ''}`, cause === undefined ? {} : { cause })
    this.name = 'StorageProblem'
    this.code = code
    this.detail = detail
  }
}

/** What a connection says that broke while something was being asked: the server went away, or the way to it. */
const broken = /^(?:57P0[123]|08\d{3}|ECONNRESET|ECONNREFUSED|EPIPE)$/

/** The refusal an error comes to; undefined for a fault of the program. */
export function storageProblemOf(error: unknown): StorageProblem | undefined {
  if (error instanceof StorageProblem) return error
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  const isLost = broken.test(code) || /^Connection terminated/.test(message)
  return isLost ? new StorageProblem('database-lost', '', error) : undefined
}
