import { Big } from 'big.js'
import { importRows } from '#storage/ledgers/import-rows.ts'
import { openDatabase } from '#storage/open-database.ts'

/**
 * A program to be killed: opens the database of a folder, says 「open」, then waits, or with a scope as JSON imports
 * payments without end, saying 「importing」 after the first twenty thousand.
 */
const [folder = '', scope] = process.argv.slice(2)
const database = await openDatabase({ folder })
console.log('open')
if (scope) {
  const payments = function* () {
    for (let index = 0; ; index++) {
      if (index === 20_000) console.log('importing')
      yield {
        voucher: `K${index}`,
        organisation: '001',
        date: '2023-03-01',
        amount: new Big(1),
        source: 'general-public' as const,
        nature: 'basic' as const,
        account: '2010301',
        economic: '30201',
      }
    }
  }
  await importRows(database, JSON.parse(scope), 'payments', payments(), () => ({ who: '填报人' }))
}
setInterval(() => {}, 1000)
