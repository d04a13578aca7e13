import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it takes. */
export interface Smtp extends AsyncDisposable {
  url: string;
  /** What it took, in the order of arrival. */
  mails: ParsedMail[];
  /** Every attempt to deliver, by recipient, those refused included. */
  attempts: string[];
  /** What it answers to a recipient: an error refuses with that code. */
  refuse: (recipient: string) => number | undefined;
  /** Told of each mail that it has taken, before it says so to whoever hands it over. */
  onTaken: (mail: ParsedMail) => Promise<void> | void;
  /** The mails to an address. */
  to(address: string): ParsedMail[];
}

/** Starts a mail server on this machine, without TLS nor accounts. */
export async function startSmtp(): Promise<Smtp> {
  const mails: ParsedMail[] = [];
  const attempts: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      attempts.push(address);
      const code = smtp.refuse(address);
      done(code === undefined ? null : Object.assign(new Error('Refused by the test'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream)
        .then((mail) => {
          mails.push(mail);
          return smtp.onTaken(mail);
        })
        .then(() => done(), done);
    },
  });
  // A sender that is killed in the middle of a mail.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const smtp: Smtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    attempts,
    refuse: () => undefined,
    onTaken: () => undefined,
    to: (address) => mails.filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(address))),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return smtp;
}
