/** Highest number that is read: editions may number their principles up to it. */
export const MOST = 99;

const CARDINALS = (
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
  'nineteen twenty'
).split(' ');
const ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');
const ROMANS = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');

const inRange = (value: number): number | undefined => (value >= 1 && value <= MOST ? value : undefined);
const placeIn = (list: readonly string[], word: string): number | undefined => inRange(list.indexOf(word) + 1);

/** "8", "eight" or "VIII" as a number from 1 to 99. */
export const cardinal = (text: string): number | undefined =>
  /^\d{1,2}$/.test(text) ? inRange(Number(text)) : (placeIn(CARDINALS, text.toLowerCase()) ?? placeIn(ROMANS, text));

/** "eighth" or "8th" as a number from 1 to 99. */
export function ordinal(text: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/i.exec(text);
  return digits ? inRange(Number(digits[1])) : placeIn(ORDINALS, text.toLowerCase());
}

/** `number` written as `like` is: "10" for "8", "tenth" for "eighth", "X" for "VIII". Digits where there is no such word. */
export function writtenLike(like: string, number: number): string {
  const at = number - 1;
  const cased = (word: string | undefined): string | undefined =>
    /^\p{Lu}/u.test(like) ? word?.replace(/^./, (c) => c.toUpperCase()) : word;
  if (/^\d+(?:st|nd|rd|th)$/i.test(like)) return `${number}${suffix(number)}`;
  if (placeIn(ROMANS, like) !== undefined) return ROMANS[at] ?? String(number);
  if (placeIn(CARDINALS, like.toLowerCase()) !== undefined) return cased(CARDINALS[at]) ?? String(number);
  if (placeIn(ORDINALS, like.toLowerCase()) !== undefined) return cased(ORDINALS[at]) ?? `${number}${suffix(number)}`;
  return String(number);
}

function suffix(number: number): string {
  const last = number % 10;
  if (Math.floor(number / 10) === 1 || last === 0 || last > 3) return 'th';
  return ['st', 'nd', 'rd'][last - 1]!;
}
