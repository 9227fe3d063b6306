import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ConfigError, readConfig } from './config.ts'

const read = (env: Readonly<Record<string, string>>) => readConfig(env, 10)

test('nothing set is a good start', () => {
  expect(read({})).toMatchObject({
    httpPort: 3000,
    tlsPort: 3443,
    host: null,
    dataFolder: resolve('data'),
    publicUrl: null,
    logLevel: 'info',
  })
})

test('an empty variable is one that is not set', () => {
  expect(read({ INFOSKJERM_PORT: '', INFOSKJERM_HOST: ' ' })).toMatchObject({ httpPort: 3000, host: null })
})

describe('what cannot be is a sentence that names the variable', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ INFOSKJERM_PORT: 'åtti' }, 'INFOSKJERM_PORT is «åtti»; it should be a port number from 0 to 65535.'],
    [{ INFOSKJERM_TLS_PORT: '70000' }, 'INFOSKJERM_TLS_PORT is «70000»; it should be a port number from 0 to 65535.'],
    [{ INFOSKJERM_PORT: '3443' }, 'INFOSKJERM_PORT and INFOSKJERM_TLS_PORT are the same; plain HTTP and TLS need a port each.'],
    [{ INFOSKJERM_PUBLIC_URL: 'her' }, 'INFOSKJERM_PUBLIC_URL is «her»; it should be an address such as https://skjerm.example.org.'],
    [{ INFOSKJERM_TLS_CERT: 'a.pem' }, 'INFOSKJERM_TLS_CERT and INFOSKJERM_TLS_KEY belong together; give both or none.'],
    [{ INFOSKJERM_ADMIN_PASSWORD: 'kort' }, 'INFOSKJERM_ADMIN_PASSWORD is too short; it should have at least 10 characters.'],
    [
      { INFOSKJERM_LOG_LEVEL: 'loud' },
      'INFOSKJERM_LOG_LEVEL is «loud»; it should be one of silent, fatal, error, warn, info, debug, trace.',
    ],
    [
      { INFOSKJERM_LINK_BITS: '1 Gbit' },
      'INFOSKJERM_LINK_BITS is «1 Gbit»; it should be the speed of the controller’s link in bits per second, such as 1000000000.',
    ],
  ])('%j', (env, sentence) => {
    expect(() => read(env)).toThrow(expect.objectContaining<Partial<ConfigError>>({ sentences: [sentence] }))
  })

  test('all of them at once', () => {
    expect(() => read({ INFOSKJERM_PORT: '-1', INFOSKJERM_LOG_LEVEL: 'loud' })).toThrow(/PORT.*\n.*LOG_LEVEL/)
  })
})
