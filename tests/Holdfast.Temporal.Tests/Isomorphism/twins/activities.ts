import { proxyActivities, ActivityFailure } from '@temporalio/workflow';

const { Greet, Double, ThirdTime, Refuse } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });

export async function GreetTwo(first: string, second: string): Promise<string> {
  const one = await Greet(first);
  const two = await Greet(second);
  return `${one} ${two}`;
}

export async function Retry(): Promise<number> {
  const third = await ThirdTime();
  try {
    await Refuse();
    return -1;
  } catch (e) {
    if (e instanceof ActivityFailure) return third;
    throw e;
  }
}

export async function FanOut(width: number): Promise<number> {
  const doubled = await Promise.all(Array.from({ length: width }, (_, i) => Double(i + 1)));
  return doubled.reduce((sum, n) => sum + n, 0);
}
