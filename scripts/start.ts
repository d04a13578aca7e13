import { ensureBuild } from './local/build.ts';
import { runCommand } from './local/command.ts';
import { runUntilStopped, takeHold } from './local/here.ts';
import { type Program, startService, waitForAnswer } from './local/process.ts';
import { cmsHealth, cmsProgram, siteHealth, siteProgram } from './local/programs.ts';
import { numberSteps, type Say } from './local/progress.ts';
import { setUpUnlessDone } from './local/set-up.ts';

await runCommand(async (signal) => {
  const step = numberSteps(7, signal);
  await using running = new AsyncDisposableStack();
  const here = await takeHold('start', step, running);
  const { place, secrets } = here;

  const build = (name: 'cms' | 'site') => (say: Say) => ensureBuild(name, place.logs, say, signal);
  await step('Build of the CMS', build('cms'), { usually: 60, conclude });
  await step('Build of the site', build('site'), { usually: 10, conclude });
  const fill = (say: Say) => setUpUnlessDone(place, secrets.accounts, say, signal);
  await step('First content and accounts', fill, { usually: 20, conclude });
  const cms = await step('CMS', () => startAndWait(cmsProgram(place), cmsHealth(place)), { usually: 10 });
  const site = await step('Site', () => startAndWait(siteProgram(place), siteHealth(place)));
  await runUntilStopped(here, [cms, site], running, signal);

  async function startAndWait(program: Program, health: string) {
    const service = startService(program);
    running.defer(() => service.stop());
    await waitForAnswer(program, service, health, signal);
    return service;
  }
});

function conclude(wasNeeded: boolean): string {
  return wasNeeded ? '' : 'nothing changed';
}
