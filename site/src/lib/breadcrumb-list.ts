import type { Thing } from './structured-data.ts';

/** Where a page stands, from the home page to itself (https://schema.org/BreadcrumbList). */
export function breadcrumbList(places: readonly { readonly title: string; readonly address: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map(({ title, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: address,
    })),
  };
}
