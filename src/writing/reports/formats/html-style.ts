/** How a published report looks, on a screen and on paper: the page of GB/T 9704, with what the reader has as fonts. */
export const htmlStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt 宋体, SimSun, serif; } }
@page turned { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
@page form { size: A4; margin: 22mm 20mm 22mm 25mm; }
@page turned-form { size: A4 landscape; margin: 25mm 22mm 18mm; }
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 16pt/29pt "Times New Roman", 仿宋_GB2312, 仿宋, FangSong, 朱雀仿宋, "Noto Serif CJK SC", serif; }
main { max-width: 156mm; margin: 12mm auto; padding: 0 4mm; overflow-wrap: anywhere; }
.turned { max-width: 225mm; page: turned; }
.form { page: form; }
.form.turned { max-width: 253mm; page: turned-form; }
.form h1 { margin-bottom: 14pt; }
h1 { font: 22pt/32pt 方正小标宋简体, 方正小标宋_GBK, 华文中宋, STZhongsong, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 29pt; }
h2, h3, h4, h5 { font-size: 16pt; font-weight: normal; margin: 0; text-indent: 2em; break-after: avoid; }
h2 { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
h3 { font-family: 楷体_GB2312, 楷体, KaiTi, "LXGW WenKai", serif; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.flush { text-indent: 0; }
p.signature { text-align: right; text-indent: 0; }
p.attachment { text-align: left; }
p.below { margin-top: 29pt; }
p.mark { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 0; margin-bottom: 29pt; break-after: avoid; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; line-height: 1.35; margin: 4pt 0; }
caption { font: 14pt/24pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif; }
caption.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; font-weight: normal; text-align: left; vertical-align: middle; height: 7mm; }
.center { text-align: center; } .right { text-align: right; } .bold { font-weight: bold; }
.vertical { writing-mode: vertical-rl; text-orientation: upright; white-space: nowrap; margin: auto; text-align: center; }
data { font-variant-numeric: tabular-nums; }
thead { display: table-header-group; } tr { break-inside: avoid; }
@media (max-width: 60rem) { main { margin: 4mm auto; } .wide table { min-width: 40rem; } }
section + section { break-before: page; margin-top: 12mm; }
@media print { section + section { margin-top: 0; } main { max-width: none; margin: 0; padding: 0; } .turned { max-width: none; } .wide { overflow: visible; } }
`
