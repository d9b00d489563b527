import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { characterSpacing, linePitch, sizes } from './page-measures.ts'
import { faces } from './type-faces.ts'

const font = (eastAsia: string) => ({ ascii: faces.latin, hAnsi: faces.latin, cs: faces.latin, eastAsia })
const twoCharacters = sizes.three * 20
const spacing = { before: 0, after: 0, line: linePitch, lineRule: LineRuleType.EXACT }
const headingFaces = [faces.black, faces.kai, faces.fang, faces.fang]

/** The styles of a report: body 3号仿宋, title 2号小标宋, headings 黑体 楷体 仿宋 with their outline levels, table text 五号. */
export const pageStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: font(faces.fang),
        size: sizes.three,
        sizeComplexScript: sizes.three,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing, alignment: AlignmentType.BOTH },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: font(faces.fang), size: sizes.three, sizeComplexScript: sizes.three, characterSpacing },
      paragraph: { spacing, alignment: AlignmentType.BOTH },
    },
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { font: font(faces.title), size: sizes.two, sizeComplexScript: sizes.two, characterSpacing: 0 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...spacing, line: 640, after: linePitch },
      },
    },
    ...headingFaces.map((face, at) => ({
      id: `Heading${at + 1}`,
      name: `heading ${at + 1}`,
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { font: font(face), size: sizes.three, sizeComplexScript: sizes.three },
      paragraph: { keepNext: true, keepLines: true, indent: { firstLine: twoCharacters }, outlineLevel: at },
    })),
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { firstLine: twoCharacters } },
    },
    {
      id: 'Signature',
      name: 'Signature',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: twoCharacters } },
    },
    { id: 'Attachment', name: 'Attachment', basedOn: 'Normal', paragraph: { alignment: AlignmentType.LEFT } },
    {
      id: 'AttachmentMark',
      name: 'Attachment Mark',
      basedOn: 'Normal',
      next: 'Title',
      run: { font: font(faces.black), size: sizes.three, sizeComplexScript: sizes.three },
      // The title is to stand on the third line.
      paragraph: { keepNext: true, alignment: AlignmentType.LEFT, spacing: { ...spacing, after: linePitch } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { font: font(faces.black), size: sizes.four, sizeComplexScript: sizes.four, characterSpacing: 0 },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...spacing, before: 120 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: sizes.five, sizeComplexScript: sizes.five, characterSpacing: 0 },
      paragraph: {
        alignment: AlignmentType.LEFT,
        spacing: { before: 0, after: 0, line: 280, lineRule: LineRuleType.AT_LEAST },
      },
    },
    {
      id: 'TableTextSmall',
      name: 'Table Text Small',
      basedOn: 'TableText',
      run: { size: sizes.smallFive, sizeComplexScript: sizes.smallFive },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AT_LEAST } },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: {
        font: { ...font(faces.song), ascii: faces.song, hAnsi: faces.song },
        size: sizes.four,
        sizeComplexScript: sizes.four,
        characterSpacing: 0,
      },
      paragraph: { spacing: { before: 0, after: 0, line: 280, lineRule: LineRuleType.EXACT } },
    },
  ],
}
