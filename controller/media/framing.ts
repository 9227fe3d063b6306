/** Whether a page lets itself be shown inside another, by what it says of it (RFC 7034; CSP level 3, frame-ancestors). Pure. */

/** A screen's page is nobody that the page could name: only rules that let in everybody let in a screen. */
export function framingOf(header: (name: string) => string | null): 'allowed' | 'forbidden' {
  const ancestors = (header('content-security-policy') ?? '').split(',').flatMap((policy) => {
    const directive = policy
      .split(';')
      .map((one) => one.trim().toLowerCase())
      .find((one) => /^frame-ancestors(\s|$)/u.test(one))
    return directive === undefined ? [] : [directive.split(/\s+/u).slice(1)]
  })
  // Where a page has both, the older rule is not looked at.
  if (ancestors.length > 0)
    return ancestors.every((sources) => sources.includes('*') || sources.includes('http:')) ? 'allowed' : 'forbidden'
  const option = (header('x-frame-options') ?? '').toLowerCase().split(',')[0]?.trim()
  return option === 'deny' || option === 'sameorigin' ? 'forbidden' : 'allowed'
}
