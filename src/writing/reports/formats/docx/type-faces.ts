/** The faces that GB/T 9704 names. Offices have them; they are not ours to embed. */
export const faces = {
  title: '方正小标宋简体',
  black: '黑体',
  kai: '楷体_GB2312',
  fang: '仿宋_GB2312',
  song: '宋体',
  latin: 'Times New Roman',
}

const others: [string, string, 'roman' | 'modern' | 'auto'][] = [
  [faces.title, '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,思源宋体 CN,Noto Serif CJK SC', 'auto'],
  [faces.black, 'SimHei,思源黑体 CN,Noto Sans CJK SC', 'modern'],
  [faces.kai, '楷体,KaiTi,KaiTi_GB2312,霞鹜文楷,LXGW WenKai', 'modern'],
  [faces.fang, '仿宋,FangSong,FangSong_GB2312,朱雀仿宋,FandolFang R,Noto Serif CJK SC', 'modern'],
  [faces.song, 'SimSun,思源宋体 CN,Noto Serif CJK SC', 'auto'],
]

/** The table of fonts with what may stand in where a face is missing. */
export function fontTableXml(): string {
  const fonts = others.map(
    ([name, alternatives, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  const latin = `<w:font w:name="${faces.latin}"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}${latin}</w:fonts>`
}
