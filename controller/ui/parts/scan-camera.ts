/** The camera of the device, looking away from whoever holds it. */

/** Why there is no picture: the page may not, there is none, it does not answer, or the page did not come over a secure connection. */
export type CameraTrouble = 'denied' | 'none' | 'busy' | 'insecure'

export interface Camera {
  readonly stream: MediaStream
  /** Puts the camera out; its light goes with it. */
  readonly close: () => void
}

/** Whether the browser lets this page ask for a camera at all; it does so only over TLS and on the machine itself. */
export function mayAskForCamera(): boolean {
  // Absent outside a secure context, whatever the type says.
  return isSecureContext && (navigator.mediaDevices as MediaDevices | undefined) !== undefined
}

/** Asks for the camera. `lost` is called where it is taken away later (unplugged, or the permission withdrawn). */
export async function openCamera(lost: () => void): Promise<Camera | CameraTrouble> {
  if (!mayAskForCamera()) return 'insecure'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
    })
    for (const track of stream.getTracks()) track.addEventListener('ended', lost)
    return {
      stream,
      close: () => {
        for (const track of stream.getTracks()) track.stop()
      },
    }
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    return troubleOf(cause.name)
  }
}

/** The refusals of `getUserMedia` (W3C Media Capture and Streams, section 10.3). */
function troubleOf(name: string): CameraTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
}
