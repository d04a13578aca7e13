/** How a site process is started so that it holds little memory: for Node, and for the allocator of glibc. Others ignore the latter. */
export const thriftyStart = {
  arguments: [
    // What a page leaves while it is rendered is collected at once rather than spread over 3 × 16 MB.
    '--max-semi-space-size=4',
    // Lets tidyAfterRendering ask for a collection.
    '--expose-gc',
  ],
  environment: {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '131072',
  },
} as const;

/** Milliseconds without a rendering. */
const CALM = 5_000;

/**
 * Gives back to the system what rendering many pages left, once no page has been rendered for a while.
 * V8 would keep it for the next time.
 *
 * @returns what to call at each rendering
 */
export function tidyAfterRendering(): () => void {
  const timer = setTimeout(() => void globalThis.gc?.({ type: 'major', execution: 'async' }), CALM).unref();
  return () => void timer.refresh();
}
