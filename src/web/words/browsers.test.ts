import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserSaid } from './browsers.ts'

const like = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const cases: readonly (readonly [agent: string, said: string])[] = [
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/138.0.0.0 Safari/537.36`, '谷歌浏览器，Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`, 'Edge，Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', '火狐，Linux'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${like} Version/18.0 Safari/605.1.15`, 'Safari，苹果电脑'],
  [`Mozilla/5.0 (Linux; Android 14) ${like} Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50`, '微信，安卓'],
  ['curl/8.5.0', '其他程序'],
  ['', '其他程序'],
]
for (const [agent, said] of cases) test(`浏览器写成：${said}`, () => assert.equal(browserSaid(agent), said))
