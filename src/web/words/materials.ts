/** Words of materials handed in, and of the checks below a page. */
export const words = {
  whole: '部门整体',
  evaluation: {
    handIn: '上传',
    handInFor: (name: string, requirement: string) => `${name}：上传${requirement}`,
    noEvidence: '没有',
    checks: '要处理的',
    none: '没有要处理的。',
  },
} as const
