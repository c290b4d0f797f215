import { CancellationScope, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';

const { Greet, Hang } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function CleanUp(name: string): Promise<void> {
  try {
    await sleep('30 days');
  } catch (e) {
    if (isCancellation(e)) await CancellationScope.nonCancellable(() => Greet(name));
    throw e;
  }
}

export async function CancelActivity(): Promise<string> {
  const scope = new CancellationScope();
  const hanging = scope.run(() => Hang());
  hanging.catch(() => undefined);
  await sleep('1 second');
  scope.cancel();
  try {
    await hanging;
  } catch (e) {
    if (isCancellation(e)) return 'canceled';
    throw e;
  }
  return 'ended';
}
