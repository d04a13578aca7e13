declare namespace App {
  interface Locals extends import('./lib/visit.ts').Visit {}
}
