import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { isServerGone } from './connection-lost.ts'

type Connected = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void

/**
 * Connections to a server of our own. Whoever asks for one after the server died has to wait until it is up again,
 * instead of being refused: also a query that is asked of the pool itself.
 *
 * revive   starts the server again; may be asked by many at once
 */
export class RevivingPool extends Pool {
  readonly #revive: () => Promise<void>

  constructor(config: PoolConfig, revive: () => Promise<void>) {
    super(config)
    this.#revive = revive
  }

  override connect(): Promise<PoolClient>
  override connect(connected: Connected): void
  override connect(connected?: Connected): Promise<PoolClient> | void {
    const client = this.#connection()
    if (!connected) return client
    client.then(
      (made) => connected(undefined, made, () => made.release()),
      (error) => connected(error, undefined, () => {}),
    )
  }

  async #connection(): Promise<PoolClient> {
    try {
      return await super.connect()
    } catch (error) {
      if (!isServerGone(error)) throw error
      await this.#revive()
      return super.connect()
    }
  }
}
