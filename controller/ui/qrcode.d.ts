/** The part of `qrcode` that the crew pages use; the package brings no types. */
declare module 'qrcode' {
  interface Code {
    readonly modules: { readonly size: number; readonly data: Uint8Array }
  }
  const QRCode: { readonly create: (text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }) => Code }
  export default QRCode
}
