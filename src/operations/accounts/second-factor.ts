import { Secret, TOTP } from 'otpauth'

const seconds = 30

/** A fresh shared secret, in base32 as authenticator programs take it (RFC 6238). */
export function freshSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address an authenticator program reads from a picture. */
export function secretAddress(secret: string, login: string): string {
  return totpOf(secret, login).toString()
}

/** The time step six digits belong to: this one, or the one before or after; undefined when they are of none. */
export function timeStepOf(secret: string, code: string, at = new Date()): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const now = at.getTime()
  const delta = totpOf(secret, '').validate({ token: code, window: 1, timestamp: now })
  return delta === null ? undefined : Math.floor(now / 1000 / seconds) + delta
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: '绩衡', label, digits: 6, period: seconds, secret: Secret.fromBase32(secret) })
}
