/** Puts the product's name where Strapi writes its own, after the title of each page: it has no setting for it. */
export function namePages(product: string): void {
  const rename = () => {
    const named = document.title === 'Strapi Admin' ? product : document.title.replace(/\| Strapi$/, `| ${product}`);
    if (named !== document.title) document.title = named;
  };
  rename();
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true, characterData: true });
}

/** Shows `address` in the browser's tab. */
export function showIcon(address: string): void {
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'icon', type: 'image/svg+xml', href: address }),
  );
}
