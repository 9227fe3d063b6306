/** Lets sockets in: boxes that are known at a steady rate however many come back at once; those that nobody knows yet are few at a time, fewer from one address, and cannot come faster than they can be looked at (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'
import { createBucket, createBuckets } from './bucket.ts'

/** `later`: the line is opened only to say when to come back. */
export type Verdict = 'open' | 'later' | 'refused'

export interface Admission {
  /** Whether another socket from the address may open; `device`: the id that it says it is. Asked before anything else it sends is read. */
  readonly ask: (address: string, device: string | null, answer: (verdict: Verdict) => void) => void
  /** A socket opened; a stranger until it is known. */
  readonly opened: (connection: object, address: string) => void
  /** The socket is a device's or a signed-in person's. */
  readonly known: (connection: object) => void
  readonly closed: (connection: object) => void
  /** Boxes that wait for their turn. */
  readonly waiting: () => number
  /** Sockets that were turned away since the start. */
  readonly turnedAway: () => number
}

export interface AdmissionOptions {
  readonly monotonicMs: () => number
  /** Whether such a box is paired. The id is random and told to nobody but the box and signed-in people; it opens nothing but the faster queue, and the secret is asked for after that. */
  readonly isDevice: (id: string) => boolean
  /** Under pressure nobody new is looked at. */
  readonly mayStrangersCome: () => boolean
  readonly after: (ms: number, call: () => void) => () => void
}

/** The queue is looked at this often (ms). */
const turnMs = 5

export function createAdmission({ monotonicMs, isDevice, mayStrangersCome, after }: AdmissionOptions): Admission {
  const strangers = new Map<object, string>()
  const perNetwork = new Map<string, number>()
  const openings = createBuckets(limits.openingsBurst, limits.openingsPerSecond, limits.screens)
  const ofDevices = createBuckets(limits.deviceOpenings, limits.deviceOpeningsPerSecond, limits.screens)
  const turns = createBucket(limits.admissionsPerSecond / 20, limits.admissionsPerSecond, monotonicMs())
  let queue: ((verdict: Verdict) => void)[] = []
  let isTurnComing = false
  let turnedAway = 0

  function leave(connection: object): void {
    const network = strangers.get(connection)
    if (network === undefined) return
    strangers.delete(connection)
    const left = (perNetwork.get(network) ?? 1) - 1
    if (left === 0) perNetwork.delete(network)
    else perNetwork.set(network, left)
  }

  function stranger(network: string): Verdict {
    if (!openings.of(network, monotonicMs()).take(monotonicMs())) return 'refused'
    const isFull = strangers.size >= limits.strangers || (perNetwork.get(network) ?? 0) >= limits.strangersPerAddress
    if (isFull) return 'refused'
    return mayStrangersCome() ? 'open' : 'later'
  }

  function letIn(): void {
    const ms = monotonicMs()
    let next = 0
    while (next < queue.length && turns.take(ms)) queue[next++]?.('open')
    queue = queue.slice(next)
    if (queue.length > 0) soon()
  }

  function soon(): void {
    if (isTurnComing) return
    isTurnComing = true
    after(turnMs, () => {
      isTurnComing = false
      letIn()
    })
  }

  function device(id: string, answer: (verdict: Verdict) => void): void {
    if (!ofDevices.of(id, monotonicMs()).take(monotonicMs())) answer('refused')
    else if (queue.length >= limits.admissionsWaiting) answer('later')
    else {
      queue.push(answer)
      if (queue.length === 1) letIn()
    }
  }

  return {
    ask: (address, id, answer) => {
      const counted = (verdict: Verdict): void => {
        if (verdict !== 'open') turnedAway++
        answer(verdict)
      }
      if (id !== null && isDevice(id)) device(id, counted)
      else counted(stranger(networkOf(address)))
    },
    opened: (connection, address) => {
      const network = networkOf(address)
      strangers.set(connection, network)
      perNetwork.set(network, (perNetwork.get(network) ?? 0) + 1)
    },
    known: leave,
    closed: leave,
    waiting: () => queue.length,
    turnedAway: () => turnedAway,
  }
}

/** An IPv4 address, or the first half of an IPv6 address: one machine has a whole /64 to itself (RFC 4291, section 2.5.4). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [first, last] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array<string>(zeros).fill('0'), ...(last ?? [])].slice(0, 4).join(':')
}
