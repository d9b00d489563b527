import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnsafeXml, readMarkup } from './read-markup.ts'

/** What a reader is told, one word each: `<名`, `>名`, or the text. */
function toldOf(xml: string, wanted = 'w:val'): string[] {
  const told: string[] = []
  readMarkup(xml, {
    open: (name, attribute) => told.push(`<${name}${attribute(wanted) === undefined ? '' : `=${attribute(wanted)}`}`),
    close: (name) => told.push(`>${name}`),
    text: (text) => told.push(text),
  })
  return told
}

for (const [what, xml, told] of [
  ['自闭合标签也算关闭', '<a><b/></a>', ['<a', '<b', '>b', '>a']],
  ['属性用单引号、值里有大于号和斜杠', `<a w:val='1>0/'/>`, ['<a=1>0/', '>a']],
  ['名称相近的属性不混淆', '<a xw:val="1" w:val2="2" w:val="3"/>', ['<a=3', '>a']],
  ['没有这个属性就是没有', '<a x="w:val"/>', ['<a', '>a']],
  ['实体还原成文字', '<a w:val="&quot;&#20803;&quot;">&lt;&#x4E07;&amp;</a>', ['<a="元"', '<万&', '>a']],
  ['注释略过，CDATA照原样', '<?xml version="1.0"?><a><!-- <b> --><![CDATA[<1&2>]]></a>', ['<a', '<1&2>', '>a']],
  ['换行统一', '<a>一\r\n二\r三</a>', ['<a', '一\n二\n三', '>a']],
] as const)
  test(`标记逐个读出：${what}`, () => assert.deepEqual(toldOf(xml), told))

for (const [what, xml] of [
  ['标签没有关闭', '<a><b></b>'],
  ['关闭次序颠倒', '<a><b></a></b>'],
  ['多出一个关闭', '<a></a></a>'],
  ['标签写到一半', '<a><w:t'],
  ['属性没有引号', '<a w:val=1/>'],
  ['属性没有写完', '<a w:val="1/>'],
  ['未定义的实体', '<a>&xxe;</a>'],
  ['与号没有写完', '<a>1 & 2</a>'],
  ['实体名是对象自带的属性名', '<a>&constructor;</a>'],
  ['字符编号超出范围', '<a>&#x110000;</a>'],
  ['字符编号是控制字符', '<a>&#0;</a>'],
  ['控制字符', '<a>\u0001</a>'],
  ['两个根', '<a/><b/>'],
  ['根外有文字', '<a/>文字'],
  ['没有根', '<?xml version="1.0"?>'],
  ['空的', ''],
  ['注释没有关闭', '<a><!-- </a>'],
] as const)
  test(`不成形的标记不读：${what}`, () => assert.throws(() => toldOf(xml)))

for (const xml of [
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  '<!DOCTYPE a><a/>',
  '<a><!ENTITY x "y"></a>',
])
  test(`文档类型和实体声明不读：${xml.slice(0, 14)}`, () => assert.throws(() => toldOf(xml), UnsafeXml))

test('一个没有关闭的很长的标签，一遍就能认出', () => {
  const long = 'a'.repeat(2_000_000)
  assert.throws(() => toldOf(`<${long}`))
  assert.throws(() => toldOf(`<a ${long}`))
  assert.throws(() => toldOf(`<a${' '.repeat(2_000_000)}<`))
  assert.throws(() => toldOf(`<a>&${long}</a>`))
})
