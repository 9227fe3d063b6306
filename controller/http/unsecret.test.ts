import { expect, test } from 'vitest'
import { unsecret } from './unsecret.ts'

test.each([
  ['/api/v1/invitations/geheim/accept', '/api/v1/invitations/…/accept'],
  ['/invitation/geheim', '/invitation/…'],
  ['/stage/geheim', '/stage/…'],
  ['/api/v1/stage/geheim/takeover', '/api/v1/stage/…/takeover'],
  ['/api/v1/stages/hall', '/api/v1/stages/hall'],
  ['/api/v1/takeover-keys/id1', '/api/v1/takeover-keys/id1'],
])('%s', (path, logged) => {
  expect(unsecret(path)).toBe(logged)
})
