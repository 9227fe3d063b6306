/** The container files agree with each other and with the package: pinned images, an ordinary user, the ports and the Node that the product asks for. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')
const dockerfile = read('Dockerfile')
const compose = parse(read('docker-compose.yml')) as {
  services: Record<string, { image: string; network_mode: string; environment: Record<string, string>; volumes: string[] }>
  volumes: Record<string, unknown>
}
const manifest = JSON.parse(read('package.json')) as { engines: { node: string }; version: string; workspaces: string[] }

describe('Dockerfile', () => {
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1] ?? '')

  it('pins every image to an exact version of a slim Debian', () => {
    expect(images.length).toBeGreaterThan(1)
    for (const image of images) expect(image).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/)
  })

  it('runs on a Node that the package allows', () => {
    const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0])
    for (const image of images) expect(Number(/\d+/.exec(image)?.[0])).toBeGreaterThanOrEqual(oldest)
  })

  it('copies the manifest of every workspace before it installs', () => {
    for (const workspace of manifest.workspaces) expect(dockerfile).toContain(`COPY ${workspace}/package.json ${workspace}/`)
  })

  it('ends as an ordinary user, with a health check, and without a shell in between', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('FROM'))
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^HEALTHCHECK[\s\S]*readyz/m)
    expect(last).toMatch(/^CMD \["node"/m)
  })
})

describe('docker-compose.yml', () => {
  it('pins every image', () => {
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/:\d+\.\d+\.\d+/)
    expect(compose.services['controller']?.image).toBe(`infoskjerm:${manifest.version}`)
  })

  it('keeps the data in a volume and shares the network of the host', () => {
    expect(compose.services['controller']).toMatchObject({ network_mode: 'host', volumes: ['data:/data'] })
    expect(Object.keys(compose.volumes)).toEqual(['data'])
    expect(dockerfile).toContain('INFOSKJERM_DATA=/data')
  })
})
