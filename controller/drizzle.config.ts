/** Where drizzle-kit finds the tables and writes migrations: `npx drizzle-kit generate` in this folder. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: ['./*/table.ts'],
  out: './storage/migrations',
})
