import { hash, randomBytes } from 'node:crypto'

/** A secret nobody guesses, as it is given to a person, and its SHA-256 as it is kept. */
export function freshToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** The division a token was made for stands before it: 「430922.…」. */
export function tokenParts(text: string): { readonly division: string; readonly hash: Buffer } | undefined {
  const [, division, token] = /^(\d{6,12})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  return division && token ? { division, hash: hashOf(token) } : undefined
}
