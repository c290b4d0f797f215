using System.Text.Json;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Running;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>Writes down when the agent begins to wait and when it goes on.</summary>
internal sealed class WaitLog(string path, int processId, CallLedger ledger) : IDisposable
{
    private readonly AppendedFile _file = new(path);

    /// <summary>Takes in what happens.</summary>
    public void Take(SurveyEvent happened)
    {
        if (happened is SurveyEvent.RestBegan or SurveyEvent.RestEnded)
        {
            WaitEntry entry = new(processId, happened is SurveyEvent.RestBegan, ledger.Lines);
            _file.Add(() => JsonSerializer.Serialize(entry, ProofJson.Default.WaitEntry));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
