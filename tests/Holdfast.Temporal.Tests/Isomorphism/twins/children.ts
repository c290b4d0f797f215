import { ApplicationFailure, ChildWorkflowFailure, executeChild, sleep, startChild } from '@temporalio/workflow';
import { FanOut } from './activities';
import { CountDown } from './timers';

export async function Parent(id: string): Promise<number> {
  const first = await executeChild(FanOut, { workflowId: `${id}/fan-out`, args: [2] });
  const second = await startChild(CountDown, { workflowId: `${id}/count-down`, args: [1] });
  try {
    await executeChild(Fail, { workflowId: `${id}/fail` });
  } catch (e) {
    if (e instanceof ChildWorkflowFailure) return first + (await second.result());
    throw e;
  }
  return -1;
}

export async function Fail(): Promise<void> {
  await sleep('1 second');
  throw ApplicationFailure.create({ message: 'this child always fails', type: 'Always' });
}
