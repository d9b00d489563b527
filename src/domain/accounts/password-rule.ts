const shortest = 10
const longest = 128
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]

/**
 * What is wrong with a new password, or undefined: ten characters at least, three of the four kinds (小写 大写 数字 符号),
 * not the login or its reverse inside. After GB/T 22239-2019 8.1.4.1 身份鉴别: complexity is asked for, its measure is ours.
 */
export function passwordFault(password: string, login: string): string | undefined {
  if (password.length < shortest) return `密码至少 ${shortest} 位。`
  if (password.length > longest) return `密码最多 ${longest} 位。`
  if (kinds.filter((kind) => kind.test(password)).length < 3) return '密码要含小写字母、大写字母、数字、符号中的三种。'
  const plain = password.toLowerCase()
  const name = login.toLowerCase()
  const reversed = [...name].toReversed().join('')
  if (name.length >= 3 && (plain.includes(name) || plain.includes(reversed))) return '密码里不能有登录名。'
  return undefined
}
