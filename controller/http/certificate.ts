/** The certificate of the TLS port: one's own, or one made at first start and kept, so that its fingerprint stays the same. */
import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  readonly cert: string
  readonly key: string
  /** SHA-256 of the certificate as pairs of hex digits, as browsers show it. */
  readonly fingerprint: string
}

// The longest life that Apple's platforms accept of a certificate of one's own (support.apple.com/HT210176).
const lifeMs = 825 * 86_400_000

/** A certificate with less life left than this is made anew at start. */
const renewMs = 30 * 86_400_000

/** Reads the files of the operator. Throws a sentence where they are not a certificate and its key. */
export async function readCertificate(files: { readonly certFile: string; readonly keyFile: string }): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(files.certFile, 'utf8'), readFile(files.keyFile, 'utf8')])
  return { cert, key, fingerprint: new X509Certificate(cert).fingerprint256 }
}

/** Reads the certificate kept in `folder`, or makes one. */
export async function ownCertificate(folder: string, wallMs: number): Promise<Certificate> {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  const kept = await readCertificate(files).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept !== null && Date.parse(new X509Certificate(kept.cert).validTo) - wallMs > renewMs) return kept
  const made = await make(wallMs)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(files.keyFile, made.key, { mode: 0o600 })
  await chmod(files.keyFile, 0o600)
  await writeFile(files.certFile, made.cert)
  return made
}

/** Addresses of this machine that others can reach, IPv4 first. */
export function lanAddresses(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outside = addresses.filter((one) => !one.internal && !one.address.startsWith('fe80'))
  return [...outside.filter((one) => one.family === 'IPv4'), ...outside.filter((one) => one.family === 'IPv6')].map((one) => one.address)
}

async function make(wallMs: number): Promise<Certificate> {
  const names = [...new Set([hostname(), 'localhost', 'infoskjerm.local'])].filter((name) => /^[A-Za-z0-9.-]+$/.test(name))
  const altNames = [
    ...names.map((value) => ({ type: 2 as const, value })),
    ...['127.0.0.1', '::1', ...lanAddresses()].map((ip) => ({ type: 7 as const, ip })),
  ]
  // Loaded only when it is needed, which is once in two years: it is as large as the rest of a start.
  const { generate } = await import('selfsigned')
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'infoskjerm' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(wallMs - 86_400_000),
    notAfterDate: new Date(wallMs + lifeMs - 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { cert, key, fingerprint: new X509Certificate(cert).fingerprint256 }
}
