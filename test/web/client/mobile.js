// The other view that the page loads; the stand-in never shows it.
export const view = 'mobile'
