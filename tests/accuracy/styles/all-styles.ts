import { anhuiDepartment } from './anhui-department.ts'
import { allocationNotice } from './allocation-notice.ts'
import { finalAccounts } from './final-accounts.ts'
import { guangdongDepartment } from './guangdong-department.ts'
import { hunanOutlineA } from './hunan-outline-a.ts'
import { hunanOutlineB } from './hunan-outline-b.ts'
import { sichuanForm } from './sichuan-form.ts'
import { hubeiForm } from './hubei-form.ts'
import { monitoringTable } from './monitoring-table.ts'
import { ruralLinkFunds } from './rural-link-funds.ts'
import { shanghaiGoals } from './shanghai-goals.ts'
import { zhejiangDepartment } from './zhejiang-department.ts'
import { jiangsuProject } from './jiangsu-project.ts'
import { shandongForm } from './shandong-form.ts'
import { guangxiTransfer } from './guangxi-transfer.ts'
import { beijingDepartment } from './beijing-department.ts'
import { shaanxiAccounts } from './shaanxi-accounts.ts'
import { henanForm } from './henan-form.ts'
import { chongqingEvaluation } from './chongqing-evaluation.ts'
import { type Style } from './style.ts'
import { thirdPartyEvaluation } from './third-party-evaluation.ts'
import { yueyangRubric } from './yueyang-rubric.ts'
import { yunnanProject } from './yunnan-project.ts'
import { threePublicNotice } from './three-public-notice.ts'
import { transferPayment } from './transfer-payment.ts'

/** Every style, the held-out ones among them. */
export const allStyles: readonly Style[] = [
  hunanOutlineA,
  hunanOutlineB,
  transferPayment,
  sichuanForm,
  guangdongDepartment,
  finalAccounts,
  threePublicNotice,
  allocationNotice,
  hubeiForm,
  monitoringTable,
  shanghaiGoals,
  yueyangRubric,
  yunnanProject,
  thirdPartyEvaluation,
  ruralLinkFunds,
  zhejiangDepartment,
  jiangsuProject,
  shandongForm,
  guangxiTransfer,
  beijingDepartment,
  shaanxiAccounts,
  henanForm,
  chongqingEvaluation,
  anhuiDepartment,
]
