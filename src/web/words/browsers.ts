/** Browsers by what they call themselves; those built on another's name stand before it. */
const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/MicroMessenger/, '微信'],
  [/360SE|360EE|QihooBrowser/, '360 浏览器'],
  [/MQQBrowser|QQBrowser/, 'QQ 浏览器'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, '火狐'],
  [/Chrome|CriOS|Chromium/, '谷歌浏览器'],
  [/Safari/, 'Safari'],
]
const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机、平板'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, '苹果电脑'],
  [/Linux|X11/, 'Linux'],
]

/** A browser's name of itself, in short: 「谷歌浏览器，Windows」; of a program that is none: 其他程序. */
export function browserSaid(agent: string): string {
  const nameOf = (names: typeof browsers) => names.find(([mark]) => mark.test(agent))?.[1]
  const browser = nameOf(browsers)
  return browser === undefined ? '其他程序' : [browser, nameOf(systems)].filter(Boolean).join('，')
}
