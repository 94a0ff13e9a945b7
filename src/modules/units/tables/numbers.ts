/**
 * Counts, angles, information, ratios, logarithmic levels and mathematical constants: everything without a physical
 * dimension. One unit a line; the format is told in `index.ts`.
 */
export const numbers = `
absorbance_unit = [] | AU
arcminute = degree/60 | arcmin arc_minute angular_minute
arcsecond = arcminute/60 | arcsec arc_second angular_second
avogadro_number = 6.02214076e23
bit = []
byte = 8*bit | B octet
count = []
decade = 1 @ log 10 1
decibel = 1 @ log 10 10 | dB
degree = π/180*radian | deg arcdeg arcdegree angular_degree
electron_g_factor = -2.00231930436092 | g_e
eulers_number = 2.71828182845904523536028747135266249775724709369995
fine_structure_constant = (2*ℎ*R_inf/(m_e*c))^0.5 | α alpha
grade = π/200*radian | grad gon gradian
ln10 = 2.3025850929940456840179914546843642076011014886288
mil = π/32000*radian
milliarcsecond = 1e-3*arcsecond | mas
neper = 1 @ log 2.718281828459045 0.5 | Np
octave = 1 @ log 2 1 | oct
percent = 0.01 | %
permille = 0.001 | ‰
pi = 3.1415926535897932384626433832795028841971693993751 | π
ppm = 1e-6
radian = [] | rad
refractive_index_unit = [] | RIU
square_degree = (π/180)^2*sr | sq_deg sqdeg
steradian = radian^2 | sr
strain = 1 | ε ϵ
tansec = 4.8481368111333441675396429478852851658848753880815e-6
turn = 2*π*radian | revolution cycle circle
wien_u = 2.8214393721220788934031913302944851953458817440731
wien_x = 4.9651142317442763036987591313228939440555849867973
zeta = c/(cm/s) | ζ
`
