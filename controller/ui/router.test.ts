import { expect, test } from 'vitest'
import { placeOf } from './router.ts'

test.each([
  ['/', 'now', null],
  ['/slides', 'slides', null],
  ['/slides/', 'slides', null],
  ['/slides/mat', 'slide', 'mat'],
  ['/playlists/kveld', 'playlist', 'kveld'],
  ['/screens/b7', 'screens', 'b7'],
  ['/invitation/abc%2Fd', 'invitation', 'abc/d'],
  ['/schedule/kveld', 'schedule', 'kveld'],
  ['/sponsors', 'sponsors', null],
  ['/advice', 'advice', null],
  ['/invite', 'invite', null],
  ['/invitation', 'lost', null],
  ['/steps/premie', 'steps', 'premie'],
  ['/steps', 'lost', null],
  ['/people/kari', 'lost', null],
  ['/slides/a/b', 'lost', null],
  ['/player/', 'lost', null],
] as const)('%s is %s %s', (path, view, id) => {
  expect(placeOf(path)).toEqual({ view, id })
})
