import { describe, expect, test } from 'vitest'
import { type MediaKind, refusalOf } from './media-refusal.ts'

describe('files are refused with the reason that helps', () => {
  test.each<[string, string, number, MediaKind | null, string | null]>([
    ['plakat.png', 'image/png', 10, null, null],
    ['plakat.PNG', '', 10, null, null],
    ['film.mp4', 'video/mp4', 10, 'video', null],
    ['film.mov', 'video/quicktime', 999_000_000, null, null],
    ['film.mp4', 'video/mp4', 1_000_000_001, null, 'tooLarge'],
    ['plakat.jpg', 'image/jpeg', 40_000_001, null, 'tooLarge'],
    ['plakat.jpg', 'image/jpeg', 0, null, 'empty'],
    ['film.mp4', 'video/mp4', 10, 'image', 'wrongKindImage'],
    ['plakat.png', 'image/png', 10, 'video', 'wrongKindVideo'],
    ['sponsorer.pdf', 'application/pdf', 10, null, 'document'],
    ['sponsorer.pptx', '', 10, null, 'document'],
    ['IMG_1.HEIC', 'image/heic', 10, null, 'heic'],
    ['IMG_1.HEIC', '', 10, null, 'heic'],
    ['låt.mp3', 'audio/mpeg', 10, null, 'sound'],
    ['logoer.zip', 'application/zip', 10, null, 'archive'],
    ['virus.exe', 'application/x-msdownload', 10, null, 'other'],
    ['løgn.png', 'application/x-msdownload', 10, null, 'other'],
    ['uten ending', '', 10, null, 'other'],
  ])('%s (%s, %d bytes, wanted %s): %s', (name, type, size, wanted, reason) => {
    expect(refusalOf({ name, type, size }, wanted)).toBe(reason)
  })
})
