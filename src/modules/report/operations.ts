import { reportAsset, reportSnippet } from './pieces.ts'
import { labelTemplate, reportTemplate } from './template.ts'

/** The module for prints: templates, and what they are put together from. */
export const reportOperations = {
  ...reportTemplate.operations,
  ...labelTemplate.operations,
  ...reportSnippet.operations,
  ...reportAsset.operations
}
