/**
 * An OKLCH colour as `#rrggbb`, which is what mail programs know: lightness and chroma from 0 to 1, hue in degrees.
 * What sRGB cannot show is cut to what it can. By Björn Ottosson, https://bottosson.github.io/posts/oklab/.
 */
export function hexColour(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  return `#${linear.map(hexOf).join('')}`;
}

/** By the transfer function of sRGB. */
function hexOf(linear: number): string {
  const shown = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, shown)) * 255)
    .toString(16)
    .padStart(2, '0');
}

/** A scheme's colours, in OKLCH as `styles/tokens.css` has them. */
interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly hair: string;
  readonly wash: string;
  /** Of a speaker, by the number of the hue. */
  readonly voice: (number: number) => string;
}

const DEGREES_A_VOICE = 15;

export const LIGHT: Colours = {
  paper: hexColour(0.985, 0.005, 85),
  ink: hexColour(0.235, 0.012, 60),
  soft: hexColour(0.46, 0.015, 65),
  hair: hexColour(0.885, 0.01, 80),
  wash: hexColour(0.962, 0.008, 85),
  voice: (number) => hexColour(0.48, 0.13, number * DEGREES_A_VOICE),
};

export const DARK: Colours = {
  paper: hexColour(0.195, 0.008, 70),
  ink: hexColour(0.905, 0.01, 85),
  soft: hexColour(0.72, 0.012, 80),
  hair: hexColour(0.32, 0.01, 70),
  wash: hexColour(0.235, 0.009, 70),
  voice: (number) => hexColour(0.8, 0.1, number * DEGREES_A_VOICE),
};
