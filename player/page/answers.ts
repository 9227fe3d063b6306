/** Whether somebody answers at an address of another origin: what they say is nobody's business, and hidden from us anyway. */

/** False where nobody answers within `ms`, or not in a way that a browser takes. */
export async function answersAt(url: string, ms: number): Promise<boolean> {
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(ms),
    })
    return true
  } catch {
    // Refused, unknown, too late, or not secure enough: whatever it is, the page would not load either.
    return false
  }
}
