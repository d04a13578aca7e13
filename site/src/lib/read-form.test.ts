import { expect, test } from 'vitest';
import { FormTooLarge, FormUnreadable, readForm } from './read-form.ts';

function posted(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://site.example/ressources/inscrire', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
}

test('a form is read, emoji and accents included', async () => {
  const form = await readForm(posted(new URLSearchParams({ name: 'Été 🌞', zones: 'namur' })));
  expect(form.get('name')).toBe('Été 🌞');
});

test('a form with files is read as browsers send it', async () => {
  const fields = new FormData();
  fields.append('name', 'Été');
  const form = await readForm(new Request('http://site.example/', { method: 'POST', body: fields }));
  expect(form.get('name')).toBe('Été');
});

test('a form that says it is too large is refused before it is read', async () => {
  await expect(readForm(posted('name=a', { 'Content-Length': '10000000' }))).rejects.toBeInstanceOf(FormTooLarge);
});

test('a form that grows past the limit without saying so is refused on the way', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1000;
      controller.enqueue(new TextEncoder().encode('a'.repeat(1000)));
    },
  });
  const request = new Request('http://site.example/', {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  await expect(readForm(request, 5000)).rejects.toBeInstanceOf(FormTooLarge);
  expect(sent).toBeLessThan(10_000);
});

test.each([
  ['JSON', '{"name":"a"}', 'application/json'],
  ['a broken multipart', 'no boundary here', 'multipart/form-data'],
  ['nothing said of its type', 'name=a', ''],
])('%s is no form', async (_, body, type) => {
  await expect(readForm(posted(body, { 'Content-Type': type }))).rejects.toBeInstanceOf(FormUnreadable);
});
