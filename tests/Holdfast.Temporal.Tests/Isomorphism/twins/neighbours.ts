import { getExternalWorkflowHandle } from '@temporalio/workflow';

export async function Nudge(other: string): Promise<string> {
  const neighbour = getExternalWorkflowHandle(other);
  await neighbour.signal('Vote', 'Ada');
  await neighbour.cancel();
  try {
    await getExternalWorkflowHandle('nobody').signal('Vote', 'Ada');
    return 'there';
  } catch {
    return 'not there';
  }
}
