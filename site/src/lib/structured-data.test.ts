import { expect, test } from 'vitest';
import { embedJson } from './structured-data.ts';

test.each(['</script><script>alert(1)</script>', '<!-- <script>', '\u2028', 'Dit « "oui" » \\'])(
  '%j does not leave its script, and is read as it was written',
  (name) => {
    const embedded = embedJson({ name });
    expect(embedded).not.toContain('<');
    expect(JSON.parse(embedded)).toEqual({ name });
  },
);
