import { condition, defineQuery, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

const { Double, Greet } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function ApprovalWorkflow(needed: number): Promise<string> {
  const voters: string[] = [];
  setHandler(defineSignal<[string]>('Vote'), (voter) => { voters.push(voter); });
  setHandler(defineQuery<number>('Votes'), () => voters.length);
  if (!(await condition(() => voters.length >= needed, '7 days'))) return 'expired';
  return await Greet(voters.join(','));
}

export async function CartWorkflow(): Promise<number> {
  let total = 0;
  let isCheckedOut = false;
  setHandler(
    defineUpdate<number, [number]>('Add'),
    async (amount) => {
      total += await Double(amount);
      return total;
    },
    {
      validator: (amount) => {
        if (amount <= 0) throw new Error('amount must be more than zero');
      },
    }
  );
  setHandler(defineUpdate<number>('CheckOut'), async () => {
    isCheckedOut = true;
    return total;
  });
  await condition(() => isCheckedOut);
  return total;
}
