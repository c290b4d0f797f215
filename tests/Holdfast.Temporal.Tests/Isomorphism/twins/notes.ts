import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { proxyActivities, sleep, upsertMemo, upsertSearchAttributes } from '@temporalio/workflow';

const { Greet } = proxyActivities<any>({ startToCloseTimeout: '5 minutes' });
const region = defineSearchAttributeKey('Region', SearchAttributeType.KEYWORD);
const parcels = defineSearchAttributeKey('Parcels', SearchAttributeType.INT);

export async function Annotate(name: string): Promise<string> {
  upsertSearchAttributes([
    { key: region, value: name },
    { key: parcels, value: 3 },
  ]);
  await Greet(name);
  upsertMemo({ note: 'greeted' });
  upsertSearchAttributes([{ key: parcels, value: null }]);
  await sleep('1 second');
  return name;
}
