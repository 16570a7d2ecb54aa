/** One character wrong, missing, too much, or two exchanged. */
export function oneSlip(a: string, b: string): boolean {
  const more = a.length - b.length;
  if (more > 1 || more < -1 || a === b) return false;
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  const left = Math.max(a.length, b.length) - head - tail;
  if (left <= 1) return true;
  return (
    left === 2 && more === 0 && a.charAt(head) === b.charAt(head + 1) && a.charAt(head + 1) === b.charAt(head)
  );
}
