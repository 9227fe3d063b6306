/** The ten things that a volunteer does forty times a night: what each took before, and what it takes now. The tests count; `docs/tasks.md` is written from here, and a test holds the two together. */

/** `taps` on a phone, `keys` on a desktop (a word typed is not counted, its letters are); `letters` typed in both. `before`: the steps in Wannabe's slideshow module. */
export interface Task {
  readonly name: string
  readonly before: string
  readonly taps: number
  readonly keys: number
  readonly letters: number
}

export const tasks = {
  notice: {
    name: 'A notice to my area',
    before:
      'New text slide with a title, two dates and a duration, saved in every show that runs there; deleted by hand afterwards: 14 steps',
    taps: 3,
    keys: 2,
    letters: 14,
  },
  takeover: {
    name: 'Take over a screen and give it back',
    before: 'Not possible; somebody walks to the screen with a laptop',
    taps: 4,
    keys: 6,
    letters: 0,
  },
  delay: {
    name: 'Main stage 20 minutes late, the rest of it following',
    before: 'Every schedule slide typed anew, one by one: 6 steps each',
    taps: 4,
    keys: 10,
    letters: 0,
  },
  cancel: {
    name: 'Cancel a happening',
    before: 'Its slide deleted, so that nobody learns of it: 3 steps',
    taps: 3,
    keys: 8,
    letters: 0,
  },
  slide: {
    name: 'A new slide until the end of the night',
    before: 'New text slide, title, body, two dates, a duration, in each show: 12 steps a show',
    taps: 4,
    keys: 2,
    letters: 20,
  },
  camera: {
    name: 'A picture just taken on one screen',
    before: 'Not possible: no uploads',
    taps: 6,
    keys: 9,
    letters: 0,
  },
  pair: {
    name: 'A box at its place, by its QR code',
    before: 'Not possible: no screens; a browser opened by hand with a keyboard at the screen',
    taps: 6,
    keys: 10,
    letters: 8,
  },
  service: {
    name: 'A TV out of service',
    before: 'Not possible: no screens',
    taps: 4,
    keys: 10,
    letters: 3,
  },
  round: {
    name: 'A round of twelve screens',
    before: 'A list on paper',
    taps: 16,
    keys: 16,
    letters: 0,
  },
  invite: {
    name: 'Invite a colleague for this shift',
    before: 'A chief finds the person, the crew and the access list: 9 steps, and takes it away by hand',
    taps: 3,
    keys: 2,
    letters: 0,
  },
} as const satisfies Record<string, Task>

export type TaskName = keyof typeof tasks
