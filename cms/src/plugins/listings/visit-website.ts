import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { websiteVisits } from '@s-tetic/config/upkeep';
import { isPublic, lookUpPublic } from './public-address';

export interface Traveller {
  /** How it names itself to the sites that it visits. */
  readonly name: string;
  /** Visits this machine and its network too, on any port: for tests. */
  readonly goesAnywhere: boolean;
}

/**
 * Looks whether a website answers: by its headers, then by its page where a server will not give headers alone. Nothing of the
 * page is read, and the whole takes no longer than `websiteVisits.patience`.
 * @returns what is wrong, in a few words; undefined when it answers
 */
export async function visitWebsite(address: string, traveller: Traveller): Promise<string | undefined> {
  const signal = AbortSignal.timeout(websiteVisits.patience * 1000);
  const problem = await tryToVisit('HEAD', address, traveller, signal);
  return problem === undefined || signal.aborted ? problem : tryToVisit('GET', address, traveller, signal);
}

type Method = 'HEAD' | 'GET';

async function tryToVisit(method: Method, address: string, traveller: Traveller, signal: AbortSignal) {
  try {
    const status = await follow(method, new URL(address), traveller, signal);
    return isAnswer(status) ? undefined : `HTTP ${status}`;
  } catch (error) {
    return signal.aborted ? `no answer in ${websiteVisits.patience} s` : String(error).slice(0, 200);
  }
}

/** Sites that ask who comes, or turn machines away, are there all the same. */
const isAnswer = (status: number) => status < 500 && status !== 404 && status !== 410;

async function follow(
  method: Method,
  address: URL,
  traveller: Traveller,
  signal: AbortSignal,
  left: number = websiteVisits.redirections,
): Promise<number> {
  refuseOtherPlaces(address, traveller);
  const { status, location } = await request(method, address, traveller, signal);
  if (status < 300 || status >= 400 || location === undefined) return status;
  if (left === 0) throw new Error(`more than ${websiteVisits.redirections} redirections`);
  return follow(method, new URL(location, address), traveller, signal, left - 1);
}

/** A name is checked when it is looked up; an address and a port are seen here, at each redirection again. */
function refuseOtherPlaces({ protocol, hostname, port }: URL, { goesAnywhere }: Traveller): void {
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`${protocol} is not a website`);
  if (goesAnywhere) return;
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !isPublic(bare)) throw new Error(`${bare} is not on the public internet`);
  if (port !== '') throw new Error(`port ${port} is not that of a website`);
}

function request(
  method: Method,
  address: URL,
  { name, goesAnywhere }: Traveller,
  signal: AbortSignal,
): Promise<{ status: number; location: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; location: string | undefined }>();
  const client = address.protocol === 'https:' ? https : http;
  client
    .request(address, {
      method,
      signal,
      // A connection of its own: one that is shared was looked up for somebody else.
      agent: false,
      ...(!goesAnywhere && { lookup: lookUpPublic }),
      headers: { 'user-agent': name, accept: 'text/html, */*;q=0.5' },
    })
    .on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    })
    .on('error', reject)
    .end();
  return promise;
}
