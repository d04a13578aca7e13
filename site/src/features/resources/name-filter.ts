import type { ResourcesPage } from '@s-tetic/cms/contracts/resources';
import { languageName } from '../../i18n/format.ts';
import { langOf } from '../../i18n/lang.ts';
import type { Visit } from '../../lib/visit.ts';
import type { ActiveFilter } from './filters.ts';

/** What readers call the value of a filter, and the language of that name when it is not theirs. */
export interface NamedFilter {
  readonly label: string;
  readonly lang: string | undefined;
}

/** `{ name: 'step', value: '3' }` // => { label: 'Étape 3 : Créer du business' } */
export function nameFilter(
  { name, value }: Pick<ActiveFilter, 'name' | 'value'>,
  facets: ResourcesPage['facets'],
  { locale, t }: Pick<Visit, 'locale' | 't'>,
): NamedFilter {
  switch (name) {
    case 'step': {
      const step = facets.step.find((one) => String(one.value) === value);
      return {
        label: t('step.named', { number: value, title: step?.label ?? '' }),
        lang: step && langOf(step, locale),
      };
    }
    case 'zone': {
      const zone = facets.zone.find((one) => one.value === value);
      return { label: zone?.label ?? value, lang: zone && langOf(zone, locale) };
    }
    case 'kind':
      return { label: t(value === 'public' ? 'resource.public' : 'resource.private'), lang: undefined };
    case 'language':
      return { label: languageName(value, locale), lang: undefined };
    case 'q':
      return { label: value, lang: undefined };
  }
}
