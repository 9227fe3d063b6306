/** The process that copies the database: it has a connection of its own, so that the controller never waits. Arguments: the database, the copy. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { markAsCopy } from './mark.ts'
import { verify } from './verify.ts'

const [source = '', copy = ''] = process.argv.slice(2)

// The copy holds what the original does, and may lie on another disk.
process.umask(0o077)

const database = new Sqlite(source, { readonly: true, fileMustExist: true })
database.pragma('busy_timeout = 30000')
database.prepare('VACUUM INTO ?').run(copy)
database.close()

markAsCopy(copy, Date.now())

const file = openSync(copy, 'r')
fsyncSync(file)
closeSync(file)

verify(copy)
