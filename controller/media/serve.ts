/** `/media/<sha256>`: immutable bytes, for every player, with ranges for video, at the pace that is left to media (rule W8). */
import { lookAt, serveFile } from '../http/serve-file.ts'
import type { MediaFiles } from './files.ts'
import { htmlPolicy } from './html.ts'
import { type Pace, paced } from './pace.ts'
import { storedType } from './sniff.ts'

/** The answer to GET or HEAD of a hash; null where there are no such bytes. */
export async function serveMedia(files: Pick<MediaFiles, 'pathOf'>, pace: Pace, hash: string, request: Request): Promise<Response | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null
  const path = files.pathOf(hash)
  const found = await lookAt(path, 16)
  if (found === null) return null
  const type = storedType(found.head)
  const answer = serveFile(request, {
    path,
    sizeBytes: found.sizeBytes,
    etag: `"${hash}"`,
    headers: {
      'content-type': type === 'text/html' ? 'text/html; charset=utf-8' : type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-security-policy': type === 'text/html' ? htmlPolicy : "default-src 'none'; sandbox",
    },
  })
  return answer.body === null ? answer : new Response(paced(answer.body, pace), { status: answer.status, headers: answer.headers })
}
