import { styleText } from 'node:util';
import { dropBuild } from './local/build.ts';
import { runCommand } from './local/command.ts';
import { runUntilStopped, takeHold } from './local/here.ts';
import { type Program, runToEnd, startService, waitForAnswer } from './local/process.ts';
import { cmsCompileProgram, cmsDevProgram, cmsHealth, siteDevProgram } from './local/programs.ts';
import { numberSteps, type Say } from './local/progress.ts';
import { setUp } from './local/set-up.ts';
import { readSetUpMark } from './local/set-up-mark.ts';

await runCommand(async (signal) => {
  const step = numberSteps(5, signal);
  await using running = new AsyncDisposableStack();
  const here = await takeHold('dev', step, running);
  const { place, secrets } = here;

  // strapi develop compiles into the same folder as a build, without the panel that a build has.
  dropBuild('cms');
  await step('First content and accounts', fillIfEmpty, { usually: 60 });
  const cms = await step('CMS, restarted on save', startCms, { usually: 30 });
  const site = await step('Site, reloaded on save', async () => watch('site', siteDevProgram(place)));
  await runUntilStopped(here, [cms, site], running, signal);

  /** Strapi brings the schema up to date at each restart; what is added to the seeds is loaded by npm run seed. */
  async function fillIfEmpty(say: Say) {
    if (await readSetUpMark(place.databaseUrl)) return;
    await runToEnd(cmsCompileProgram(place.logs), say, signal);
    await setUp(place, secrets.accounts, say, signal);
  }

  async function startCms() {
    const program = cmsDevProgram(place);
    const service = watch('cms', program);
    await waitForAnswer(program, service, cmsHealth(place), signal);
    return service;
  }

  function watch(name: string, program: Program) {
    const prefix = styleText(name === 'cms' ? 'magenta' : 'cyan', name.padEnd(5));
    // The line of a step that is still being drawn makes way, and is drawn again below.
    const wipe = process.stdout.isTTY ? '\r\u001b[2K' : '';
    const service = startService(program, (line) => process.stdout.write(`${wipe}${prefix}${line}\n`));
    running.defer(() => service.stop());
    return service;
  }
});
