/** `: 1150440730881811`: a quick look whether there is any such number. */
const LONG_DIGITS = /:\s{0,8}-?\d{16}/;

/** `"id":115044073088181107`: a number that a double cannot hold. Within a string its quotation marks would be escaped. */
const LONG_NUMBER = /("\w{1,64}"\s{0,8}:\s{0,8})(-?\d{16,40})(?=\s{0,8}[,}\]])/g;

/** JSON in which integers of 16 digits and more, which would lose their last digits, are written as strings. */
export function longNumbersAsStrings(json: string): string {
  return LONG_DIGITS.test(json) ? json.replace(LONG_NUMBER, '$1"$2"') : json;
}
