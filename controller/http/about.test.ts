import { expect, test } from 'vitest'
import { aboutRoutes } from './about.ts'

test('a controller says who it is and where it is found, on this machine first', () => {
  const options = {
    fingerprint: 'AB:CD',
    hosts: () => ['10.0.0.4', 'fd00::2'],
    ports: () => ({ httpPort: 3000, tlsPort: 3443 }),
  }
  const [route] = aboutRoutes(options)
  expect(route).toMatchObject({ method: 'get', path: '/about', who: 'signed-in' })
  expect(route?.handle({} as never)).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    fingerprint: 'AB:CD',
    addresses: {
      crew: ['http://localhost:3000/', 'https://10.0.0.4:3443/', 'https://[fd00::2]:3443/'],
      player: ['http://localhost:3000/player/', 'http://10.0.0.4:3000/player/', 'http://[fd00::2]:3000/player/'],
    },
  })
})
