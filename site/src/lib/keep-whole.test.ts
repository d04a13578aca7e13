import { expect, test } from 'vitest';
import { keepWhole } from './keep-whole.ts';

test('a name with a hyphen stays on one line, wherever it stands', () => {
  expect(keepWhole('S-tetic et « S-tetic »', 'S-tetic')).toBe(
    '<span class="unbroken">S-tetic</span> et « <span class="unbroken">S-tetic</span> »',
  );
});

test('a name of one word needs nothing', () => {
  expect(keepWhole('Stetic', 'Stetic')).toBe('Stetic');
  expect(keepWhole('S-tetic')).toBe('S-tetic');
});

test('markup is shown, never obeyed', () => {
  expect(keepWhole('<b>"&"</b>', 'a-<i>')).toBe('&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;');
  expect(keepWhole('x a-<i> y', 'a-<i>')).toBe('x <span class="unbroken">a-&lt;i&gt;</span> y');
});
