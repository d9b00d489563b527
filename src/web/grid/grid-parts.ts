import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import {
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  DateEditorModule,
  EventApiModule,
  LargeTextEditorModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  SelectEditorModule,
  TextEditorModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community'
import { cellPadding } from './column-widths.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  DateEditorModule,
  EventApiModule,
  LargeTextEditorModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  SelectEditorModule,
  TextEditorModule,
  TooltipModule,
])

export const gridWords = AG_GRID_LOCALE_CN

/** The grid in the colours of the page, light or dark as the page is. */
export const gridTheme = themeQuartz.withParams({
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  headerTextColor: 'var(--quiet)',
  headerBackgroundColor: 'var(--desk)',
  borderColor: 'var(--rule)',
  accentColor: 'var(--accent)',
  rowHoverColor: 'var(--chosen)',
  selectedRowBackgroundColor: 'var(--chosen)',
  menuBackgroundColor: 'var(--paper)',
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 14,
  headerFontSize: 13,
  rowHeight: 36,
  headerHeight: 36,
  cellHorizontalPadding: cellPadding,
  wrapperBorderRadius: 4,
})
