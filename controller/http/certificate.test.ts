import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRig } from '../testing/rig.ts'
import { ownCertificate, readCertificate } from './certificate.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-tls-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const day = 86_400_000
const now = Date.UTC(2027, 2, 1)

describe('[S8] a certificate of our own', () => {
  test('is for this machine’s names and addresses, P-256, 825 days, its key for nobody else', async () => {
    const { cert, fingerprint } = await ownCertificate(folder, now)
    const read = new X509Certificate(cert)
    for (const name of ['localhost', 'infoskjerm.local']) expect(read.checkHost(name)).toBe(name)
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(read.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    expect((Date.parse(read.validTo) - Date.parse(read.validFrom)) / day).toBe(825)
    expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600)
  })

  test('stays the same at the next start, until its last month', async () => {
    const first = await ownCertificate(folder, now)
    expect((await ownCertificate(folder, now + 700 * day)).fingerprint).toBe(first.fingerprint)
    expect((await ownCertificate(folder, now + 800 * day)).fingerprint).not.toBe(first.fingerprint)
  })
})

test('the TLS port shows the certificate whose fingerprint is printed', async () => {
  const { cert, key } = await ownCertificate(folder, Date.now())
  expect(key).toContain('PRIVATE KEY')
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  const rig = await createRig({ tls: files })
  const shown = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: rig.controller.tlsPort, ca: cert, servername: 'localhost' }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.end()
    })
    socket.on('error', reject)
  })
  expect([shown, rig.controller.fingerprint]).toEqual([(await readCertificate(files)).fingerprint, shown])
  await rig.close()
})
