import { ApplicationFailure, proxyActivities, proxyLocalActivities, sleep } from '@temporalio/workflow';

const { Double } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });
const local = proxyLocalActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function Mix(number: number): Promise<number> {
  const one = await local.Double(number);
  const two = await Double(one);
  const three = await local.Double(two);
  await sleep('1 second');
  return three;
}

export async function FailLocally(): Promise<number> {
  const third = await local.ThirdTime();
  try {
    await local.Refuse();
    return -1;
  } catch (e) {
    // Temporal gives the failure of a local activity as it is; Holdfast wraps it like any other activity's.
    if (e instanceof ApplicationFailure) return third;
    throw e;
  }
}
