/** Milliseconds after which the reader is told that it goes on. */
const patience = 5_000;

const offer = document.querySelector<HTMLElement>('#work');
const form = document.querySelector<HTMLFormElement>('main form[method="post"]');
// A browser has cryptography only where nobody can listen.
if (offer && form && isSecureContext) offerWork(offer, form);

/**
 * Works out what the page asks for, beside the page (a worker), and puts it in the form. It begins at once: whoever reads the
 * form again need not wait. Whoever sends before it is done is sent off when it is.
 */
function offerWork(offer: HTMLElement, form: HTMLFormElement): void {
  const status = offer.querySelector('[role="status"]')!;
  const say = (word: 'running' | 'still' | 'done' | 'waiting' | 'failed') => {
    status.textContent = offer.dataset[word]!;
  };
  let isAwaited = false;
  const hold = (event: SubmitEvent) => {
    event.preventDefault();
    isAwaited = true;
    say('waiting');
  };

  offer.hidden = false;
  say('running');
  const reassure = setTimeout(() => say('still'), patience);
  form.addEventListener('submit', hold);
  const worker = new Worker(new URL('./work-out.ts', import.meta.url), { type: 'module' });
  worker.onerror = () => end('failed');
  worker.onmessage = ({ data }: MessageEvent<string | undefined>) => {
    if (data === undefined) return end('failed');
    const box = Object.assign(document.createElement('input'), { type: 'hidden', name: offer.dataset['field'] });
    box.value = data;
    form.append(box);
    end('done');
    if (isAwaited) form.requestSubmit();
  };
  worker.postMessage(JSON.parse(offer.dataset['challenge']!));

  function end(how: 'done' | 'failed'): void {
    clearTimeout(reassure);
    form.removeEventListener('submit', hold);
    worker.terminate();
    say(how);
  }
}
