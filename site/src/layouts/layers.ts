/**
 * The order of the cascade layers, the first thing that a page says of its style. Astro orders the style sheets of a page by how
 * deep they are imported, and the order of layers is that of their first mention: it must not depend on that.
 */
export const LAYERS = '@layer tokens,base,components,print;';
