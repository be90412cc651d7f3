import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,services}/*/src/**/*.test.ts', 'seeds/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['packages/testing/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // They only end what hangs. With twenty other processes on two cores, the whole system took 115 s to start.
    testTimeout: 150_000,
    hookTimeout: 300_000,
  },
})
