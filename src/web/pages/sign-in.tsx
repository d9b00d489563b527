import { useEffect } from 'react'
import { SignInForm } from '../session/sign-in-form.tsx'
import { goTo } from '../route.ts'
import { words } from '../words/work.ts'
import { zh } from '../zh.ts'

/** Signing in; where the audit is open to everyone on this machine, the way to it. */
export function SignIn({ isLocal }: { isLocal: boolean }) {
  useEffect(() => {
    document.title = `${words.signIn.title} - ${zh.product}`
  }, [])
  return (
    <main className="door">
      <h1>{zh.product}</h1>
      <SignInForm onDone={() => goTo('#/')} />
      {isLocal && (
        <p>
          <a href="#/audits">{words.signIn.audit}</a>
        </p>
      )}
    </main>
  )
}
