type Visit = import('./lib/visit.ts').Visit;

declare namespace App {
  interface Locals extends Visit {
    /** Why the error page is asked for, when site/server asks for it. */
    failure?: import('./lib/failure.ts').Failure;
  }
}
