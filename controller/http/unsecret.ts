/** Paths as the log may hold them: whoever reads a log must not be able to use what stands in it. */

/** The path without the secret of an invitation, which is the only one that travels in an address. */
export function unsecret(path: string): string {
  return path.replace(/(\/invitations?\/)[^/]+/, '$1…')
}
