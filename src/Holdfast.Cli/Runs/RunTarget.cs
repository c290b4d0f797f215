using Holdfast.Control;
using Holdfast.Hosting;
using Holdfast.Protocol;

namespace Holdfast.Cli.Runs;

/// <summary>Whoever answers for a data folder: its host while it runs, else an engine of our own.</summary>
internal static class RunTarget
{
    private const string DefaultNamespace = "default";

    public static async Task<ControlResponse> AskAsync(string dataFolder, ControlRequest request, bool needsWorker, CancellationToken cancellationToken)
    {
        if (await ControlConnection.TryAskAsync(dataFolder, request, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (needsWorker)
        {
            throw new HoldfastException(ErrorCodes.Unavailable, $"'{request.Verb}' is answered by the workflow's code, and no host of '{dataFolder}' runs. Start the host, and ask again.");
        }

        await using var engine = await EngineAtRest.OpenAsync(dataFolder, cancellationToken);
        return await ControlVerbs.ExecuteAsync(request, new ControlEngine(engine.Service, DefaultNamespace, JsonDataConverter.Default), cancellationToken);
    }
}
