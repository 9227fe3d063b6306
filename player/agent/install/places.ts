/** Where things lie on a box: one list, for the units, the installer and what removes it again. */

/** The account that everything runs as; it can log in nowhere. */
export const account = 'infoskjerm'

export const places = {
  /** The program and the page, owned by root. */
  program: '/opt/infoskjerm',
  /** Settings by hand, and the enrolment file of a disk image. */
  settings: '/etc/infoskjerm',
  /** What the box keeps: documents, media, its key. Made by systemd with mode 0700. */
  state: '/var/lib/infoskjerm',
  /** What lives until the next boot; a file `reboot` here asks for one. */
  runtime: '/run/infoskjerm',
  units: '/etc/systemd/system',
  accounts: '/etc/sysusers.d/infoskjerm.conf',
  /** Rules that Chromium reads, whoever starts it. */
  browserRules: '/etc/chromium/policies/managed/infoskjerm.json',
} as const

/** The bundled program, inside `places.program`. */
export const programFile = 'agent.mjs'
/** The player page, inside `places.program`. */
export const pageFolder = 'page'
