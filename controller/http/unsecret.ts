/** Paths as the log may hold them: whoever reads a log must not be able to use what stands in it. */

/** The path without the secrets that travel in addresses: those of invitations and of a stage crew's keys. */
export function unsecret(path: string): string {
  return path.replace(/(\/(?:invitations?|stage)\/)[^/]+/, '$1…')
}
