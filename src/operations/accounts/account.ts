export type { Account, NewAccount } from '#storage/accounts/accounts.ts'
export type { Session } from '#storage/accounts/sessions.ts'

/** How the log names a person: the name, then the login in brackets, for two may share a name. */
export function whoOf({ name, login }: { readonly name: string; readonly login: string }): string {
  return `${name}（${login}）`
}
