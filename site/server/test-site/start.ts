import { stopOnSignal } from '../shutdown.ts';
import { startSite } from '../site.ts';

/** A site process for the tests: its settings come as one JSON argument, and the port it took goes out on the first line. */
const site = await startSite(JSON.parse(process.argv[2] ?? '{}'));
stopOnSignal(site.stop);
console.log(site.address.port);
