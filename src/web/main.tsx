import { ConfigProvider, theme } from 'antd'
import chinese from 'antd/es/locale/zh_CN.js'
import { StrictMode, Suspense, lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { OpenDocuments } from './pages/open-documents.tsx'
import { useMedia, useRoute } from './route.ts'
import { zh } from './zh.ts'

const ReadLedger = lazy(async () => ({ default: (await import('./pages/read-ledger.tsx')).ReadLedger }))
const ReadAudit = lazy(async () => ({ default: (await import('./pages/read-audit.tsx')).ReadAudit }))
// The compiler takes the locale for a CommonJS module, the bundler for what it is.
const locale = 'default' in chinese ? chinese.default : chinese
const light = { colorPrimary: '#1b4f9c', colorTextPlaceholder: '#6b7280', borderRadius: 4 }
const dark = {
  colorPrimary: '#7fb0ff',
  colorBgBase: '#15181d',
  colorTextPlaceholder: '#949ca8',
  colorTextLightSolid: '#10151d',
  borderRadius: 4,
}

/** The product: one page at a time, by the address. */
export function App() {
  const route = useRoute()
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const look = {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...(isDark ? dark : light), motion: false },
  }
  return (
    <ConfigProvider locale={locale} theme={look} button={{ autoInsertSpace: false }}>
      <Suspense fallback={<p className="calm">{zh.read.loading}</p>}>
        {route.page === 'open' && <OpenDocuments />}
        {route.page === 'ledger' && <ReadLedger key={route.name} name={route.name} />}
        {route.page === 'audit' && (
          <ReadAudit key={route.id} id={route.id} {...(route.finding ? { finding: route.finding } : {})} />
        )}
      </Suspense>
    </ConfigProvider>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
