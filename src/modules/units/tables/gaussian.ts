/** Gaussian electromagnetic units and printing resolution. One unit a line; the format is told in `index.ts`. */
export const gaussian = `
bits_per_pixel = bit/pixel | bpp
franklin = erg^0.5*centimeter^0.5 | Fr statcoulomb statC esu
gauss = dyne/franklin | G
maxwell = gauss*centimeter^2 | Mx
oersted = dyne/maxwell | Oe ørsted
pixel = [printing_unit] | dot pel picture_element
pixels_per_centimeter = pixel/cm | PPCM
pixels_per_inch = pixel/inch | dots_per_inch PPI ppi DPI printers_dpi
statampere = franklin/second | statA
statfarad = franklin/statvolt | statF
stathenry = statweber/statampere | statH
statmho = statampere/statvolt
statohm = statvolt/statampere | statΩ
stattesla = statweber/centimeter^2 | statT
statvolt = erg/franklin | statV
statweber = statvolt*second | statWb
`
