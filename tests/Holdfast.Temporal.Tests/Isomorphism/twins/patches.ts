import { deprecatePatch, patched, proxyActivities, sleep } from '@temporalio/workflow';

const { Double } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function Patched(number: number): Promise<number> {
  const doubled = patched('twice') ? await Double(number * 2) : await Double(number);
  await sleep('1 minute');
  deprecatePatch('gone');
  return patched('twice') ? doubled : -1;
}
