import { QueryClientProvider } from '@tanstack/react-query'
import { App as Frame, ConfigProvider, theme } from 'antd'
import chinese from 'antd/es/locale/zh_CN.js'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Pages } from './shell/pages.tsx'
import { openQueries } from './shell/queries.ts'
import { useMedia } from './route.ts'
import { zh } from './zh.ts'

// The compiler takes the locale for a CommonJS module, the bundler for what it is.
const locale = 'default' in chinese ? chinese.default : chinese
// What helps to fill a field in has to be read as well as the field.
const light = {
  colorPrimary: '#1b4f9c',
  // The library's own red is too pale for words.
  colorError: '#b3161b',
  colorTextPlaceholder: '#6b7280',
  colorTextDescription: '#5f6673',
  borderRadius: 4,
}
const dark = {
  colorPrimary: '#7fb0ff',
  colorError: '#ff9a95',
  colorBgBase: '#15181d',
  colorTextPlaceholder: '#949ca8',
  colorTextLightSolid: '#10151d',
  borderRadius: 4,
}
/** The library says it in English, whatever its locale. */
const closing = { 'aria-label': zh.close }
const queries = openQueries()

/** The product: one page at a time, by the address. */
export function App() {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const look = {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...(isDark ? dark : light), motion: false },
  }
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        locale={locale}
        theme={look}
        button={{ autoInsertSpace: false }}
        drawer={{ closable: closing }}
        modal={{ closable: closing }}
      >
        <Frame component={false}>
          <Suspense fallback={<p className="calm">{zh.read.loading}</p>}>
            <Pages />
          </Suspense>
        </Frame>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
