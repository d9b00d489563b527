import fc from 'fast-check'

/** Names no honest program sends. */
const names = [
  'a.xlsx',
  'a.docx',
  'a.csv',
  'a.zip',
  '../../../etc/passwd',
  String.raw`..\..\boot.ini`,
  'a\u0000.xlsx',
  '\u202Efdp.exe',
  '=cmd|calc.csv',
  '县'.repeat(300),
  '',
  '"; filename="b.csv',
]
const contents = [
  '',
  'PK\u0003\u0004',
  '%PDF-1.7',
  '\u0000\u0001\u0002',
  '凭证号,日期,金额（元）\n=1+1,2023-02-30,1e400',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  `${'"'.repeat(2000)}`,
]
const fields = ['file', 'table', '__proto__', '']

type Upload = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> }

/** A request that says it holds files: odd names, odd content, cut off, or parted by another mark than it says. */
export const oddUpload: fc.Arbitrary<Upload> = fc
  .record({
    parts: fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...names), fc.constantFrom(...contents)), {
      maxLength: 3,
    }),
    said: fc.constantFrom('mark', 'mark', 'mark', 'other', ''),
    cut: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
  })
  .map(({ parts, said, cut }) => {
    const pieces = parts.map(
      ([field, name, content]) =>
        `--mark\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${content}\r\n`,
    )
    const whole = new TextEncoder().encode(`${pieces.join('')}--mark--\r\n`)
    return { type: `multipart/form-data; boundary=${said}`, body: cut === undefined ? whole : whole.slice(0, cut) }
  })
