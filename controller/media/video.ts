/** Looks into videos with ffmpeg's tools where they are installed; without them a video is kept as it is, unmeasured. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

const run = promisify(execFile)

export interface Measured {
  readonly widthPx: number
  readonly heightPx: number
  readonly durationMs: number | null
}

export interface VideoTools {
  /** Whether ffprobe and ffmpeg answer. */
  readonly present: boolean
  /** Size and length. Problems `media-broken`, `media-type` (a codec that the players' browser cannot show). Zeros and null without the tools. */
  readonly measure: (path: string, container: 'mp4' | 'webm') => Promise<Measured>
  /** Writes a picture of a moment early in the video; false where none could be had. */
  readonly poster: (path: string, container: 'mp4' | 'webm', output: string) => Promise<boolean>
}

/** What Chromium plays on every platform. */
const playable = new Set(['h264', 'vp8', 'vp9', 'av1'])

/** A tool that takes longer than this is stopped (ms). */
const patienceMs = 30_000

/** The container is given, never guessed, and only files are opened: a playlist in disguise cannot make the tool read anything else. */
const demuxers = { mp4: 'mov', webm: 'matroska' } as const
const only = ['-v', 'error', '-protocol_whitelist', 'file']

export async function findVideoTools(): Promise<VideoTools> {
  const present = (await Promise.all(['ffprobe', 'ffmpeg'].map(answers))).every(Boolean)
  return {
    present,
    measure: async (path, container) => (present ? measure(path, container) : { widthPx: 0, heightPx: 0, durationMs: null }),
    poster: async (path, container, output) => {
      if (!present) return false
      const args = [...only, '-f', demuxers[container], '-i', path, '-frames:v', '1', '-f', 'image2', '-c:v', 'png', '-y', output]
      return run('ffmpeg', args, { timeout: patienceMs }).then(
        () => true,
        () => false,
      )
    },
  }
}

interface Probed {
  readonly streams?: readonly {
    readonly codec_type?: string
    readonly codec_name?: string
    readonly width?: number
    readonly height?: number
    readonly tags?: { readonly rotate?: string }
    readonly side_data_list?: readonly { readonly rotation?: number }[]
  }[]
  readonly format?: { readonly duration?: string }
}

async function measure(path: string, container: 'mp4' | 'webm'): Promise<Measured> {
  const args = [...only, '-f', demuxers[container], '-show_streams', '-show_format', '-of', 'json', path]
  const probed = await run('ffprobe', args, { timeout: patienceMs, maxBuffer: 4_000_000 }).then(
    ({ stdout }) => JSON.parse(stdout) as Probed,
    () => null,
  )
  const stream = probed?.streams?.find((one) => one.codec_type === 'video')
  if (probed === null || stream?.width === undefined || stream.height === undefined)
    throw new Problem(422, 'media-broken', 'The video cannot be read.')
  if (!playable.has(stream.codec_name ?? ''))
    throw new Problem(415, 'media-type', `The screens cannot show ${stream.codec_name ?? 'this'} video. Save it as H.264, VP9 or AV1.`)
  const seconds = Number(probed.format?.duration)
  const turned = Math.abs(stream.side_data_list?.[0]?.rotation ?? 0) % 180 === 90
  return {
    widthPx: turned ? stream.height : stream.width,
    heightPx: turned ? stream.width : stream.height,
    durationMs: seconds > 0 ? Math.round(seconds * 1000) : null,
  }
}

async function answers(tool: string): Promise<boolean> {
  return run(tool, ['-version'], { timeout: patienceMs }).then(
    () => true,
    () => false,
  )
}
