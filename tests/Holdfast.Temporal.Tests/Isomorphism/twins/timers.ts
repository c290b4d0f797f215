import { CancellationScope, continueAsNew, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';

const { Greet } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function CountDown(from: number): Promise<number> {
  for (let left = from; left > 0; left--) await sleep(`${left} hours`);
  return from;
}

export async function Deadline(name: string): Promise<string> {
  const deadline = new CancellationScope();
  const timer = deadline.run(() => sleep('1 hour'));
  timer.catch(() => undefined);
  const greeting = await Greet(name);
  deadline.cancel();
  try {
    await timer;
  } catch (e) {
    if (isCancellation(e)) return greeting;
    throw e;
  }
  return 'late';
}

export async function Continue(left: number): Promise<void> {
  await sleep('5 minutes');
  if (left > 0) await continueAsNew<typeof Continue>(left - 1);
}
