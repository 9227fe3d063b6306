/** What comes from afar into one `<video>`: opened, watched, and opened anew after a fault. */
import type { default as Hls, ErrorData } from 'hls.js'

/** `flows`: frames come. `stalls`: none for a while; goes on trying. `missing`: nobody sends there; goes on trying. `broken`: it cannot be drawn. `ended`: whoever sent it has said that it is over. */
export type FeedState = 'flows' | 'stalls' | 'missing' | 'broken' | 'ended'

export interface FeedOptions {
  readonly video: HTMLVideoElement
  readonly url: string
  /** Called for each change. */
  readonly told: (state: FeedState) => void
}

export interface Feed {
  /** Cuts it: no frames, no sound, nothing fetched. */
  readonly stop: () => void
  /** On again, from now and not from where it was cut. */
  readonly go: () => void
  readonly close: () => void
}

/** It is looked at this often (ms). */
const lookEveryMs = 250
/** No new frame for so long is a stall (ms); for so long, it is opened anew. */
const stallMs = 4_000
const anewMs = 12_000
/** A feed that failed is opened again after this (ms). */
const retryMs = 5_000

/** A box must not fill up in a turn of hours: so much is kept ahead and behind (s). */
const settings = {
  // A page that lets in no scripts but its own lets in no worker from a blob either.
  enableWorker: false,
  liveDurationInfinity: true,
  backBufferLength: 10,
  maxBufferLength: 12,
  maxMaxBufferLength: 30,
  manifestLoadPolicy: { default: { maxTimeToFirstByteMs: 6_000, maxLoadTimeMs: 10_000, timeoutRetry: null, errorRetry: null } },
}

/** Opens it at once. Its picture and sound come as soon as `video` plays. */
export function openFeed({ video, url, told }: FeedOptions): Feed {
  let now: FeedState | null = null
  let hls: Hls | null = null
  let opened = 0
  let isStopped = false
  /** As far as it has come: where nobody sends more, the library plays the last seconds again and again, and that is nothing new. */
  let farS = -1
  let movedAtMs = performance.now()
  let retry: ReturnType<typeof setTimeout> | undefined

  const tell = (state: FeedState): void => {
    if (now === state || isStopped) return
    now = state
    told(state)
  }
  const shut = (): void => {
    opened++
    clearTimeout(retry)
    hls?.destroy()
    hls = null
    if (video.hasAttribute('src')) {
      video.removeAttribute('src')
      video.load()
    }
  }
  const fail = (state: 'missing' | 'broken'): void => {
    tell(state)
    shut()
    retry = setTimeout(() => void open(), retryMs)
  }
  const failed = (data: ErrorData): void => {
    if (data.fatal) fail(data.type === 'mediaError' || data.details === 'manifestParsingError' ? 'broken' : 'missing')
  }
  const open = async (): Promise<void> => {
    shut()
    const mine = opened
    movedAtMs = performance.now()
    farS = -1
    if (!('MediaSource' in globalThis)) {
      video.src = url
      return
    }
    const library = await libraryOrNull()
    if (mine !== opened) return
    if (library === null) return fail('missing')
    hls = new library(settings)
    hls.on(library.Events.ERROR, (_, data) => failed(data))
    hls.loadSource(url)
    hls.attachMedia(video)
  }

  const look = (): void => {
    if (isStopped || now === 'ended') return
    if (video.ended) return tell('ended')
    const nowMs = performance.now()
    // Held still on purpose, with a picture: that is no stall.
    const isHeld = video.paused && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA
    if (video.currentTime > farS || isHeld) {
      if (farS >= 0 && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) tell('flows')
      farS = video.currentTime
      movedAtMs = nowMs
      return
    }
    if (nowMs - movedAtMs > anewMs) return void open()
    if (nowMs - movedAtMs > stallMs && now === 'flows') tell('stalls')
  }
  const unreadable = (): void => {
    // Where the library feeds it, the library tells what is wrong.
    if (hls === null && video.hasAttribute('src')) fail(video.error?.code === MediaError.MEDIA_ERR_DECODE ? 'broken' : 'missing')
  }
  video.addEventListener('error', unreadable)
  const looking = setInterval(look, lookEveryMs)
  void open()

  return {
    stop: () => {
      isStopped = true
      shut()
    },
    go: () => {
      if (!isStopped) return
      isStopped = false
      now = null
      void open()
    },
    close: () => {
      isStopped = true
      clearInterval(looking)
      video.removeEventListener('error', unreadable)
      shut()
    },
  }
}

/** Null where its code cannot be had now. */
async function libraryOrNull(): Promise<typeof Hls | null> {
  try {
    // @ts-expect-error The light build comes without types; those of the whole are its own.
    const { default: library } = (await import('hls.js/light')) as { readonly default: typeof Hls }
    return library
  } catch {
    // Without a network there is no code, and no stream either.
    return null
  }
}
