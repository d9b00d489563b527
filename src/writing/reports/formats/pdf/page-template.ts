/**
 * The page of GB/T 9704 for Typst. Everything a report says comes in as data (`sys.inputs.report`, JSON) and is placed as
 * strings: no word of a report is ever read as markup.
 *
 * A line is 16 pt of type and 12.95 pt of lead: 22 lines in 225 mm; type is set 0.25 pt closer: 28 characters in 156 mm.
 */
export const pageTemplate = `
#let report = json(bytes(sys.inputs.report))
#let song = ("Noto Serif SC", "Noto Sans S Chinese", "LXGW WenKai")
#let fang = ((name: "Noto Serif SC", covers: regex("[!-~]")), "FandolFang R", ..song)
#let hei = ("Noto Sans S Chinese", "Noto Serif SC", "LXGW WenKai")
#let kai = ("LXGW WenKai", "Noto Serif SC", "Noto Sans S Chinese")
#let lead = 12.95pt
#set document(title: report.title, author: report.author, keywords: report.keywords)
#set text(font: fang, weight: 300, size: 16pt, lang: "zh", region: "cn", fallback: false, tracking: -0.25pt, top-edge: 0.8em, bottom-edge: -0.2em, overhang: false, hyphenate: false)
#set par(leading: lead, spacing: lead, justify: true, linebreaks: "simple")
#show heading: set text(size: 16pt, weight: 300)
#show heading.where(level: 1): set text(font: hei, weight: 400)
#show heading.where(level: 2): set text(font: kai, weight: 500)
#show heading: it => block(above: lead, below: lead, sticky: true, width: 100%, h(2em) + it.body)

#let words(runs) = for run in runs { if run == "\\n" { linebreak() } else { run } }

#let footer = context {
  let page = counter(page).get().first()
  set text(font: song, size: 14pt, weight: 400, tracking: 0pt)
  let inside = "— " + str(page) + " —"
  if calc.odd(page) { align(right, inside + h(1em)) } else { align(left, h(1em) + inside) }
}

#let cell(it) = {
  let inside = {
    set text(..if it.bold { (font: song, weight: 700) } else { (font: fang, weight: 300) })
    if it.vertical { box(width: 1.25em, words(it.runs)) } else { words(it.runs) }
  }
  table.cell(x: it.x, y: it.y, colspan: it.colspan, rowspan: it.rowspan, breakable: it.breakable, align: horizon + (left: left, center: center, right: right).at(it.align), inside)
}

#let form(block) = {
  set text(size: block.size * 1pt, tracking: 0pt)
  set par(leading: 0.35em, spacing: 0.35em, justify: false)
  if block.caption != none {
    std.block(above: lead, below: 6pt, width: 100%, sticky: true, align(center, text(size: 14pt, font: hei, weight: 400, words(block.caption))))
  }
  let head = block.cells.filter(it => it.y < block.head).map(cell)
  let rows-in(from, to) = block.cells.filter(it => it.y >= from and it.y < to).map(cell)
  let rest = if block.grid == none { rows-in(block.head, block.rows) } else {
    (..rows-in(block.head, block.grid.from), table.header(repeat: true, ..rows-in(block.grid.from, block.grid.to)), ..rows-in(block.grid.to, block.rows))
  }
  let top = if head.len() > 0 { (table.header(repeat: true, ..head),) } else { () }
  std.block(above: 6pt, below: lead, table(columns: block.widths.map(width => width * 1pt), rows: (auto,) * block.rows, inset: (x: 3pt, y: block.inset * 1pt), stroke: 0.5pt, ..top, ..rest))
}

#let title(block, below) = {
  set text(font: song, size: 22pt, weight: 700, tracking: 0pt, cjk-latin-spacing: none)
  set par(leading: 9pt, justify: false)
  let measure = if block.measure == none { 100% } else { (block.measure + 0.9) * 22pt }
  std.block(below: below, width: 100%, align(center, std.block(width: measure, align(center, words(block.runs)))))
}

#let show-block(it, form-page) = {
  if it.kind == "title" { title(it, if form-page { 14pt } else { lead + 28.95pt }) }
  else if it.kind == "heading" { heading(level: it.level, words(it.runs)) }
  else if it.kind == "table" { form(it) }
  else if it.kind == "signature" { std.block(above: 2 * lead + 16pt, width: 100%, for line in it.lines { std.block(width: 100%, spacing: lead, align(right, pad(right: line.right * 1em, text(cjk-latin-spacing: none, words(line.runs))))) }) }
  else if it.kind == "attachment-mark" { std.block(below: 2 * lead + 16pt, sticky: true, text(font: hei, weight: 400, words(it.runs))) }
  else if it.kind == "attachment" { std.block(above: if it.opens { 2 * lead + 16pt } else { lead }, inset: (left: it.left * 1em), par(justify: false, h(-it.hanging * 1em) + box(width: it.hanging * 1em, baseline: 0.2em, words(it.label)) + words(it.runs))) }
  else { par(first-line-indent: (amount: if it.indent { 2em } else { 0pt }, all: true), words(it.runs)) }
}

#for section in report.sections {
  let margin = if section.form {
    if section.landscape { (top: 25mm, right: 22mm, bottom: 18mm, left: 22mm) } else { (top: 22mm, right: 20mm, bottom: 22mm, left: 25mm) }
  } else if section.landscape { (top: 28mm, right: 37mm, bottom: 26mm, left: 35mm) } else { (top: 37mm, right: 26mm, bottom: 35mm, left: 28mm) }
  page(paper: "a4", flipped: section.landscape, margin: margin, footer: footer, footer-descent: 7mm, section.blocks.map(it => show-block(it, section.form)).join())
}
`
