import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraft } from './slide-editor-draft.ts'

/** A server that answers when told to. */
function setup() {
  const sent: string[] = []
  const answers: { readonly ok: () => void; readonly fail: () => void }[] = []
  const draft = createDraft<string>({
    save: (value) =>
      new Promise<void>((resolve, reject) => {
        sent.push(value)
        answers.push({ ok: resolve, fail: () => reject(new Error('no contact')) })
      }),
    delayMs: 600,
    changed: () => undefined,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return { sent, answers, draft, settle }
}

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  test('is saved once, when the typing pauses', async () => {
    const { sent, answers, draft, settle } = setup()
    for (const text of ['H', 'He', 'Hei']) {
      draft.type(text)
      await vi.advanceTimersByTimeAsync(300)
    }
    expect([draft.state, sent]).toEqual(['waiting', []])
    await vi.advanceTimersByTimeAsync(300)
    expect([draft.state, sent]).toEqual(['saving', ['Hei']])
    answers[0]?.ok()
    await settle()
    expect(draft.state).toBe('saved')
  })

  test('goes one request at a time, and the newest comes last', async () => {
    const { sent, answers, draft, settle } = setup()
    draft.type('a')
    await vi.advanceTimersByTimeAsync(600)
    draft.type('b')
    await vi.advanceTimersByTimeAsync(600)
    draft.type('c')
    const flushed = draft.flush()
    expect(sent).toEqual(['a'])
    answers[0]?.ok()
    await settle()
    expect(sent).toEqual(['a', 'c'])
    answers[1]?.ok()
    await flushed
    expect(draft.state).toBe('saved')
  })

  test('keeps what was typed when the save fails, and sends it again', async () => {
    const { sent, answers, draft, settle } = setup()
    draft.type('a')
    await vi.advanceTimersByTimeAsync(600)
    answers[0]?.fail()
    await settle()
    expect([draft.state, (draft.problem as Error).message]).toEqual(['failed', 'no contact'])
    const again = draft.flush()
    answers[1]?.ok()
    await again
    expect([draft.state, draft.problem, sent]).toEqual(['saved', null, ['a', 'a']])
  })

  test('that is dropped never arrives later', async () => {
    const { sent, answers, draft } = setup()
    draft.type('a')
    await vi.advanceTimersByTimeAsync(600)
    draft.type('b')
    const dropped = draft.drop()
    answers[0]?.ok()
    await dropped
    await vi.advanceTimersByTimeAsync(5_000)
    expect([draft.state, sent]).toEqual(['idle', ['a']])
  })
})
