/**
 * Cuts a stream of text into lines. A line longer than `longest` characters is dropped as it comes, without ever being
 * held, and told as `null`.
 */
export function createLineCutter(longest: number, take: (line: string | null) => void): (chunk: string) => void {
  let rest = '';
  let dropping = false;

  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      const piece = chunk.slice(from, end);
      from = end + 1;
      if (dropping || rest.length + piece.length > longest) take(null);
      else if (rest.length + piece.length > 0) take(rest + piece);
      rest = '';
      dropping = false;
    }
    if (dropping) return;
    rest += chunk.slice(from);
    if (rest.length > longest) {
      rest = '';
      dropping = true;
    }
  };
}
