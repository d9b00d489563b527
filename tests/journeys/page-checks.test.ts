import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { openBrowser } from './open-browser.ts'
import { fineInEveryLook, wholeOnATablet } from './page-checks.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

const page = (body: string, style = '') =>
  `<!doctype html><html lang="zh-CN"><head><title>一页</title><meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main><h1>一页</h1>${body}</main></body></html>`
const faults: readonly (readonly [string, string, RegExp | undefined])[] = [
  ['没有毛病的页面通过', page('<p>正文</p>'), undefined],
  ['没有名字的按钮查得出', page('<button></button>'), /button-name/],
  ['浅色下颜色太浅查得出', page('<p style="color:#ccc;background:#fff">正文</p>'), /color-contrast/],
  [
    '只在深色下颜色太浅也查得出',
    page('<p>正文</p>', '@media (prefers-color-scheme: dark) { p { color: #444; background: #111 } }'),
    /color-contrast/,
  ],
  ['只在手机宽度下太宽也查得出', page('<p style="width:600px">正文</p>'), /页面宽 6\d\d，窗口宽 390/],
  [
    '只在竖着的平板上太宽也查得出',
    page('<p>正文</p>', '@media (min-width: 700px) and (max-width: 899px) { p { width: 900px } }'),
    /页面宽 9\d\d，窗口宽 720/,
  ],
  [
    '只在竖着的平板上表格看不全也查得出',
    page(
      '<div class="scroll" tabindex="0"><table class="stacked"><tr><td>正文</td></tr></table></div>',
      '.scroll { overflow-x: auto } @media (min-width: 700px) and (max-width: 899px) { table { width: 900px } }',
    ),
    /竖着的平板上要横着滚动才看得全/,
  ],
  [
    '只在手机宽度下没有名字也查得出',
    page('<button><span>改</span></button>', '@media (max-width: 500px) { span { display: none } }'),
    /button-name/,
  ],
]
for (const [name, html, fault] of faults)
  test(name, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    try {
      const opened = await context.newPage()
      await opened.setContent(html)
      if (fault)
        await assert.rejects(
          fineInEveryLook(opened).then(() => wholeOnATablet(opened)),
          fault,
        )
      else await fineInEveryLook(opened)
    } finally {
      await context.close()
    }
  })
