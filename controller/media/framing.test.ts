import { expect, test } from 'vitest'
import { framingOf } from './framing.ts'

test.each([
  ['nothing said', {}, 'allowed'],
  ['the old rule', { 'x-frame-options': 'DENY' }, 'forbidden'],
  ['the old rule, said twice', { 'x-frame-options': 'SAMEORIGIN, SAMEORIGIN' }, 'forbidden'],
  ['an old rule that no browser knows any more', { 'x-frame-options': 'ALLOW-FROM https://tg.no' }, 'allowed'],
  ['nobody', { 'content-security-policy': "default-src *; frame-ancestors 'none'" }, 'forbidden'],
  ['itself', { 'content-security-policy': "frame-ancestors 'self'" }, 'forbidden'],
  ['somebody else', { 'content-security-policy': 'frame-ancestors https://tg.no' }, 'forbidden'],
  ['everybody, against the old rule', { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' }, 'allowed'],
  ['two policies, one of which forbids', { 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" }, 'forbidden'],
  ['a policy about something else', { 'content-security-policy': "script-src 'self'" }, 'allowed'],
] as const)('%s', (_, headers: Readonly<Record<string, string>>, verdict) => {
  expect(framingOf((name) => headers[name] ?? null)).toBe(verdict)
})
