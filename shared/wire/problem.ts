/** Problems: expected refusals, as RFC 9457 documents with a stable code and the path of the offending field. */

/** Body of a refusal. `path` is dotted from the body's root (`items.3.durationMs`), '' where no one field is to blame. `params` fill the sentence the crew UI says for `code`. */
export interface ProblemBody {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly path: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Every code there is; the crew UI has a sentence in both languages for each. */
export const problemCodes = [
  'invalid', // the field is of the wrong shape; detail says what it should be
  'json', // the body is not JSON
  'too-large', // the body is larger than the limit
  'missing-field',
  'unknown-field',
  'too-long',
  'too-short',
  'not-found', // no such route or row
  'unknown-reference', // a field names something that does not exist
  'in-use', // cannot be deleted: something refers to it
  'conflict', // somebody else changed it meanwhile
  'duplicate', // the name is taken
  'sign-in', // no session
  'wrong-password',
  'forbidden', // the account may not
  'insecure', // crew pages exist only over TLS or on this machine
  'too-many', // rate limit
  'duration-too-short',
  'playlist-cycle', // a playlist inside itself
  'playlist-empty', // would put nothing on the glass
  'playlist-too-deep',
  'layout-in-layout', // a layout in a region of a layout
  'end-before-start',
  'time-does-not-exist', // wall time inside the spring gap
  'rule-malformed', // a recurrence rule that cannot be read
  'rule-unsupported', // a part of RFC 5545 that schedules do not know
  'rule-empty', // a recurrence rule that never happens
  'manual-needs-exclusive', // what a person steps cannot share its turns
  'nothing-to-publish',
  'nothing-to-undo',
  'pairing-code', // no player shows this code
  'media-type', // not a picture or video we can show
  'media-broken', // cannot be decoded
  'disk-full',
  'invitation', // used, expired or unknown
  'override-unknown',
  'audience', // words for crew alone on a screen that stands before everybody
  'forbidden-area', // the account may do this, but not there
  'no-screens', // the target meets no screen
  'practice', // practising: nothing is sent
  'fewer-happenings', // a pasted programme would lose more than half of what is there
  'crew-cycle', // a crew inside itself
  'key', // a stage crew's key: used up, too old or unknown
  'webhook', // the address did not take the message
  'event-over', // the event has been ended
  'contrast', // words of a theme cannot be read across a hall
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** An expected refusal, thrown by stores and routes, mapped to HTTP in one place. */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly path: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(status: number, code: ProblemCode, detail: string, path = '', params: Readonly<Record<string, string | number>> = {}) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.path = path
    this.params = params
  }

  toBody(): ProblemBody {
    return {
      type: 'about:blank',
      title: this.code,
      status: this.status,
      code: this.code,
      detail: this.message,
      path: this.path,
      params: this.params,
    }
  }
}
