/**
 * French as it is set: no line may break between a sign of two parts and the word before it, nor inside quotation marks.
 * The texts of the product are written with ordinary blanks, which an editor shows as such.
 */
export function typesetFrench(text: string): string {
  return text.replace(/ (?=[:;!?»](?:\s|$|[.,)]))/g, '\u00a0').replace(/« /g, '«\u00a0');
}
