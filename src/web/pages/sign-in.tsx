import { useEffect } from 'react'
import { SignInForm } from '../session/sign-in-form.tsx'
import { words } from '../words/work.ts'
import { zh } from '../zh.ts'

/** Signing in, to the page the address names; where the audit is open to everyone on this machine, the way to it. */
export function SignIn({ isLocal, onDone = () => {} }: { isLocal: boolean; onDone?: () => void }) {
  useEffect(() => {
    document.title = `${words.signIn.title} - ${zh.product}`
  }, [])
  return (
    <main className="door">
      <h1>{zh.product}</h1>
      <SignInForm onDone={onDone} />
      {isLocal && (
        <p>
          <a href="#/audits">{words.signIn.audit}</a>
        </p>
      )}
    </main>
  )
}
