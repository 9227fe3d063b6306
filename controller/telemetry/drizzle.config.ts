/** Where drizzle-kit finds the tables of the file of proofs: `npx drizzle-kit generate --config telemetry/drizzle.config.ts` in the folder above. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: ['./telemetry/plays/table.ts'],
  out: './telemetry/plays/migrations',
})
