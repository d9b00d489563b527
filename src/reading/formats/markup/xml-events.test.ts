import assert from 'node:assert/strict'
import { test } from 'node:test'
import { xmlReader } from './xml-events.ts'

/** What is told of XML cut into pieces of one length; undefined where it is refused. */
function read(xml: string, piece = xml.length || 1): readonly string[] | undefined {
  const told: string[] = []
  const reader = xmlReader({
    open: (name, attributes) => told.push(`<${name} ${attributes.get('r') ?? ''}`),
    close: (name) => told.push(`>${name}`),
    text: (text) => told.push(text),
  })
  try {
    for (let at = 0; at < xml.length; at += piece) reader.take(xml.slice(at, at + piece))
    reader.end()
    return told
  } catch {
    return undefined
  }
}

test('一张工作表的XML：名字不带前缀，实体和CDATA都读成字，怎样切开都一样', () => {
  const xml = `<?xml version="1.0"?><x:a xmlns:x="urn:a"><c r='A1'/><t>一&lt;&#20108;</t><t><![CDATA[<三>]]></t></x:a>`
  const whole = ['<a ', '<c A1', '>c', '<t ', '一<二', '>t', '<t ', '<三>', '>t', '>a']
  for (const piece of [1, 2, 7, 1000]) assert.deepEqual(read(xml, piece), whole, `每次 ${piece} 个字`)
})

const refused: readonly (readonly [what: string, xml: string])[] = [
  ['标签没有关上', '<a><b></a>'],
  ['关了没开的标签', '<a></a></b>'],
  ['两个根', '<a/><b/>'],
  ['没有根', '  '],
  ['根外面有字', '<a/>字'],
  ['在标签里断了', '<a><c r="A1'],
  ['注释没有结束', '<a><!-- </a>'],
  ['属性没有引号', '<a><c r=1/></a>'],
  ['属性挤在一起', '<a><c r="1"s="2"/></a>'],
  ['属性没有值', '<a><c r/></a>'],
  ['没有名字的标签', '<a>< ></></a>'],
  ['文档类型和自定的实体', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['不认识的实体', '<a>&nbsp;</a>'],
  ['没有结束的实体', '<a>R&D 部门</a>'],
  ['XML不许有的字符', '<a>\u0001</a>'],
  ['写成实体的这种字符', '<a>&#0;&#xFFFE;</a>'],
  ['落单的代理码', '<a>&#xD800;</a>'],
]
for (const [what, xml] of refused)
  test(`${what}：不当作工作表`, () => {
    for (const piece of [1, 3, 1000]) assert.equal(read(xml, piece), undefined)
  })

test('没有尽头的标签和套得太深的元素都拒绝，不会一直攒下去', () => {
  const long = `<a><c r="${'1'.repeat(1_000_000)}"/></a>`
  assert.equal(read(long, 1000), undefined)
  assert.equal(read(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`, 1000), undefined)
})
