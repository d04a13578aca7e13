/** What was typed, by field: an empty box is no answer, an address has no spaces around it. Nothing is checked. */
export function readFields(form: FormData): Record<string, unknown> {
  const typed = [...form].filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return Object.fromEntries(
    typed.map(([name, value]) => [name, name === 'email' && typeof value === 'string' ? value.trim() : value]),
  );
}
