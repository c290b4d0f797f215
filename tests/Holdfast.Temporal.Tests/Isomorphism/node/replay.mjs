// Replays each history of a folder (NAME.json) with the twins, reads those that are only a shape (NAME.shape.json), and prints a JSON object: name to null, or to what went wrong.
// Arguments: the folder of histories, the module of the twins.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { DefaultLogger, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';

const require = createRequire(import.meta.url);
const { historyFromJSON } = require('@temporalio/common/lib/proto-utils');
const ofCommon = createRequire(require.resolve('@temporalio/common/lib/proto-utils'));
const { fromJson } = ofCommon('protobufjs/ext/protojson');
const { patchProtobufRoot } = ofCommon('@temporalio/proto/lib/patch-protobuf-root');
const historyType = patchProtobufRoot(ofCommon('@temporalio/proto')).lookupType('temporal.api.history.v1.History');

const [folder, twins] = process.argv.slice(2);
const silent = new DefaultLogger('ERROR', () => undefined);
Runtime.install({ logger: silent, telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });
const workflowBundle = await bundleWorkflowCode({ workflowsPath: twins, logger: silent });
const results = {};

for (const file of (await readdir(folder)).filter((f) => f.endsWith('.json')).sort()) {
  const name = path.basename(file, '.json');
  try {
    const json = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
    fromJson(historyType, json); // unlike historyFromJSON it refuses fields that Temporal does not have
    if (!name.endsWith('.shape')) await replay(name, json);
    results[name] = null;
  } catch (e) {
    results[name] = `${e.name}: ${e.message}`;
  }
}

process.stdout.write(`\n${JSON.stringify(results)}\n`, () => process.exit(0));

async function replay(name, json) {
  const workflowId = json.events[0].workflowExecutionStartedEventAttributes.workflowId;
  await Worker.runReplayHistory({ workflowBundle, replayName: name }, historyFromJSON(json), workflowId);
}
