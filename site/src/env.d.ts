type Visit = import('./lib/visit.ts').Visit;

declare namespace App {
  interface Locals extends Visit {}
}
