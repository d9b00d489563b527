/** Words of what goals, indicators and forms are of. */
export const words = {
  department: '部门整体',
  choice: '评价对象',
} as const
