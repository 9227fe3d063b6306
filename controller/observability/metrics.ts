/** Figures of the running controller, in the Prometheus text format. */
import type { GatewayState } from '../realtime/gateway.ts'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly httpSeconds: Histogram<'method' | 'status'>
  readonly commits: Counter<'what'>
  /** Publishes by what came of them. */
  readonly publishes: Counter
  /** Says how the state of the gateway is asked for; asked once each time the figures are read. */
  readonly watchGateway: (state: () => GatewayState) => void
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
    watchGateway: (state) => watchGateway(registers, state),
    close: () => {
      clearInterval(beat)
      registry.clear()
    },
  }
}

function watchGateway(registers: Registry[], state: () => GatewayState): void {
  const by = (name: string, help: string, label: string, read: (state: GatewayState) => Readonly<Record<string, number>>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        for (const [key, value] of Object.entries(read(state()))) this.set({ [label]: key }, value)
      },
    })
  const one = (name: string, help: string, read: (state: GatewayState) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(state()))
      },
    })
  by('infoskjerm_sockets', 'Open sockets by who is behind them.', 'kind', ({ sockets }) => sockets)
  by('infoskjerm_dropped', 'Messages left out and sockets turned away since the start, by reason.', 'reason', ({ dropped }) => dropped)
  by('infoskjerm_queue', 'What waits: boxes for their turn to come in, lines that are behind.', 'queue', ({ queues }) => queues)
  by('infoskjerm_event_loop_delay_seconds', 'How late the event loop was in the last second.', 'quantile', ({ delay }) => ({
    p50: delay.p50Ms / 1_000,
    p99: delay.p99Ms / 1_000,
    max: delay.maxMs / 1_000,
  }))
  one('infoskjerm_quarantined', 'Boxes in quarantine.', ({ quarantined }) => quarantined)
  one('infoskjerm_shed', 'Steps of the order of shedding that are given up.', ({ shed }) => shed)
}
