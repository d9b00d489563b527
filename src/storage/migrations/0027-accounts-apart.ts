import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Keeps accounts and sessions from who works inside a department or sees some sets only: of the accounts a department sees
 * its own, the others none, and of the sessions nobody sees any. Signing in and looking after accounts is done for the
 * whole division.
 */
export const accountsApart: Migration = {
  async up(database) {
    await sql.raw(statements).execute(database)
  },
}

const setting = (name: string) => `nullif(current_setting('jiheng.${name}', true), '')`
const isWhole = `${setting('stages')} is null and ${setting('assignee')} is null`
const department = setting('department')

const guard = (table: string, mayTouch: string) => `
create policy own_department on ${table} as restrictive to jiheng_application using (${mayTouch}) with check (${mayTouch});`

const statements = `
${guard('accounts', `${isWhole} and (${department} is null or department = ${department})`)}
${guard('sessions', `${isWhole} and ${department} is null`)}`
