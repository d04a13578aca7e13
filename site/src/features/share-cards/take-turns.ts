/**
 * Runs at most `places` tasks at once, the others in the order in which they came.
 * `const draw = takeTurns(2, drawCard)`
 */
export function takeTurns<Given extends unknown[], Result>(
  places: number,
  task: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (...given) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task(...given);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
