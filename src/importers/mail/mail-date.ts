const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones that a name says for certain: RFC 5322, 4.3, and those that only one place uses. In minutes. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  wet: 0,
  west: 60,
  met: 60,
  'met dst': 120,
  mest: 120,
  mez: 60,
  mesz: 120,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
};

/** `Tue, 3 Mar 2026 08:12:00 -0800 (PST)`: day, month, year, hours, minutes, seconds, zone. */
const MAIL_DATE =
  /^(?:[a-z]{2,9}\.?,?\s{1,8})?(\d{1,2})[\s-]{1,8}([a-z]{3})[a-z]{0,6}\.?[\s-]{1,8}(\d{2,4})\s{1,8}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,8}([+-]\d{4}|met dst|[a-z]{1,4})(?![\w+-])/i;
/** `Fri Apr  6 15:42:51 2007 -0700`, as some programs write the header. */
const CLOCK_DATE =
  /^[a-z]{3},?\s{1,8}([a-z]{3})\s{1,8}(\d{1,2})\s{1,8}(\d{1,2}):(\d{2}):(\d{2})\s{1,8}(\d{4})\s{1,8}([+-]\d{4}|[a-z]{1,4})(?![\w+-])/i;
/** `2007-04-06T15:42:51-07:00` */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The value of a `Date:` header (RFC 5322, 3.3 and 4.3) as ISO 8601 in UTC, to the second; `null` where it is no
 * date or does not say its zone. Nothing is guessed.
 */
export function mailDate(header: string): string | null {
  const text = header.trim().slice(0, LONGEST_DATE);
  const mail = MAIL_DATE.exec(text);
  if (mail) return utc(mail[3], month(mail[2]), mail[1], mail[4], mail[5], mail[6], mail[7]);
  const clock = CLOCK_DATE.exec(text);
  if (clock) return utc(clock[6], month(clock[1]), clock[2], clock[3], clock[4], clock[5], clock[7]);
  const iso = ISO_DATE.exec(text);
  return iso ? utc(iso[1], Number(iso[2]), iso[3], iso[4], iso[5], iso[6], iso[7]) : null;
}

const LONGEST_DATE = 120;
const MINUTE = 60_000;

const month = (name = '') => MONTHS.indexOf(name.toLowerCase()) + 1;

function utc(
  year: string | undefined,
  monthNumber: number,
  day: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  zone: string | undefined,
): string | null {
  const offset = zoneOffset(zone ?? '');
  const local = Date.UTC(
    fullYear(year ?? ''),
    monthNumber - 1,
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds ?? 0),
  );
  const written = new Date(local);
  // 31 February, hour 27: the calendar would go on counting silently. A leap second is a minute's end.
  const exists =
    written.getUTCMonth() === monthNumber - 1 &&
    written.getUTCDate() === Number(day) &&
    Number(hours) < 24 &&
    Number(minutes) < 60 &&
    Number(seconds ?? 0) <= 60;
  if (offset === null || (!exists && seconds !== '60') || monthNumber === 0) return null;
  const time = local - offset * MINUTE;
  const inReach = time >= Date.UTC(1970, 0, 1) && time < Date.UTC(10_000, 0, 1);
  return inReach ? `${new Date(time).toISOString().slice(0, 19)}Z` : null;
}

/** RFC 5322, 4.3: two digits up to 49 are of this century, others and three digits count from 1900. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length >= 4) return number;
  return year.length === 2 && number < 50 ? 2000 + number : 1900 + number;
}

/** `-0730` → -450 */
function zoneOffset(zone: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (!sign) return Object.hasOwn(ZONES, zone.toLowerCase()) ? (ZONES[zone.toLowerCase()] ?? null) : null;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
