/** The name of a field of one step's experience, as the form and its errors write it. */
export function experienceField(step: number, field: 'text' | 'since' | 'reference'): string {
  return `experiences.${step}.${field}`;
}

const once = ['name', 'kind', 'website', 'summary', 'description', 'justification', 'email', 'nickname'] as const;
const several = ['languages', 'zones'] as const;

/** In the charter. */
const STEPS = 9;

/** What the form says of itself: which button was pressed, and whether its sender saw the listings that resemble theirs. */
const asides = ['intent', 'edit', 'different'] as const;

/**
 * What a provider typed, shaped as the CMS expects it. Nothing is checked here: what is missing stays missing,
 * what is odd stays odd, and the schema says so. A step counts when its box is ticked: an experience typed for a step
 * and then unticked is not sent.
 */
export function readSubmission(form: FormData, locale: string): Record<string, unknown> {
  return {
    locale,
    ...Object.fromEntries(once.flatMap((name) => present(name, form.get(name)))),
    ...Object.fromEntries(several.map((name) => [name, form.getAll(name)])),
    // One more than there are is enough for the schema to refuse: each one is looked for among all that was typed.
    experiences: form
      .getAll('steps')
      .slice(0, STEPS + 1)
      .map((step) => readExperience(form, step)),
    ...unexpectedIn(form),
  };
}

/**
 * The field of the form that an issue is about, from its place in what was sent.
 * `fieldOf(['experiences', 0, 'text'], sent)` // => 'experiences.3.text' when the first experience is of step 3
 */
export function fieldOf(path: readonly (string | number)[], sent: Record<string, unknown>): string {
  const [root, index, field] = path;
  if (root !== 'experiences') return String(root);
  const experiences = sent['experiences'] as readonly { stepNumber?: unknown }[];
  const step = typeof index === 'number' ? experiences[index]?.stepNumber : undefined;
  return typeof step === 'number' && field !== undefined && field !== 'stepNumber'
    ? `experiences.${step}.${field}`
    : 'steps';
}

function readExperience(form: FormData, step: FormDataEntryValue) {
  const field = (name: 'text' | 'since' | 'reference') => form.get(`experiences.${String(step)}.${name}`);
  return {
    stepNumber: asNumber(step),
    ...Object.fromEntries([
      ...present('text', field('text')),
      ...present('since', field('since')).map(([name, value]) => [name, asNumber(value)]),
      ...present('reference', field('reference')),
    ]),
  };
}

/** Fields that the form does not have: kept, so that the schema refuses them by name. */
function unexpectedIn(form: FormData): Record<string, unknown> {
  const known = new Set<string>([...once, ...several, ...asides, 'steps']);
  const isExperience = (name: string) => /^experiences\.[1-9]\.(text|since|reference)$/.test(name);
  return Object.fromEntries([...form].filter(([name]) => !known.has(name) && !isExperience(name)));
}

function present(name: string, value: FormDataEntryValue | null): [string, FormDataEntryValue][] {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return [];
  return [[name, name === 'email' && typeof value === 'string' ? value.trim() : value]];
}

/** '2014' is a year; 'longtemps' stays what was typed, for the schema to refuse. */
function asNumber(value: FormDataEntryValue): unknown {
  return typeof value === 'string' && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : value;
}
