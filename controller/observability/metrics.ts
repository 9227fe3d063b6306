/** Figures of the running controller, in the Prometheus text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly httpSeconds: Histogram<'method' | 'status'>
  readonly commits: Counter<'what'>
  /** Publishes by what came of them. */
  readonly publishes: Counter
  /** Says how the number of open sockets is asked for. */
  readonly watchSockets: (count: () => number) => void
  readonly close: () => void
}

/** How late a timer of this period fires is how long the event loop was held up (ms). */
const beatMs = 100

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const lag = new Histogram({
    name: 'infoskjerm_event_loop_lag_seconds',
    help: 'How late a timer fires.',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  let due = performance.now() + beatMs
  const beat = setInterval(() => {
    lag.observe(Math.max(0, performance.now() - due) / 1000)
    due = performance.now() + beatMs
  }, beatMs).unref()
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'infoskjerm_http_seconds',
      help: 'Time until an answer begins.',
      labelNames: ['method', 'status'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    commits: new Counter({ name: 'infoskjerm_commits_total', help: 'Writes that were stored.', labelNames: ['what'], registers }),
    publishes: new Counter({ name: 'infoskjerm_publishes_total', help: 'Writes that put drafts on the screens.', registers }),
    watchSockets: (count) => {
      new Gauge({
        name: 'infoskjerm_sockets',
        help: 'Open sockets of players and crew pages.',
        registers,
        collect() {
          this.set(count())
        },
      })
    },
    close: () => {
      clearInterval(beat)
      registry.clear()
    },
  }
}
