/** A process that writes areas until it is killed and says of each, once it is stored, its number. Arguments: the folder, the first number. */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../database.ts'
import { lockFolder } from '../lock.ts'
import { createStore } from '../store.ts'
import { rethrow } from '../../testing/world.ts'

const [folder = '', first = '0'] = process.argv.slice(2)
if (lockFolder(folder) === null) throw new Error('locked')
const store = createStore(openDatabase(join(folder, 'infoskjerm.sqlite')), Date.now, rethrow)
for (let n = Number(first); ; n++) {
  store.write({ id: 'writer', name: 'Writer' }, 'area.create', (tx) => {
    tx.put('areas', { id: `w${n}`, event: 'tg', name: `W${n}`, position: n })
  })
  writeSync(1, `${n}\n`)
}
