/** Passwords and the random secrets of sessions, tokens and invitations. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of no password that anybody has: verified against where there is no such account, so that both take equally long. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$KKOSBobXlXuwxysHXMZBvw$sa2fiNUSRrLdVdLPw9APhuUaD2FhQ59AH80isS4JwgM'

/** The argon2id hash of a password, with its parameters and salt (PHC string). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether the password is the hashed one. `passwordHash` null: there is no such account, and the answer comes no sooner for it. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? nobody, password)
  return right && passwordHash !== null
}

/** 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: its SHA-256 in hex. Secrets are random and long, so that no slow hash is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A password that can be read aloud: four groups of four out of 31 letters and digits that nobody mistakes (79 bits). */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
