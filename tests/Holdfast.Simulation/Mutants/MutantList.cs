namespace Holdfast.Simulation;

/// <summary>The mutants, by what they are defects of.</summary>
internal static partial class MutantList
{
    private const string Journal = "src/Holdfast.Journal/";
    private const string Engine = "src/Holdfast.Engine/";
    private const string Runtime = "src/Holdfast.Runtime/";
    private const string Protocol = "src/Holdfast.Protocol/";
    private const string Worker = "src/Holdfast.Worker/";
    private const string Sdk = "src/Holdfast/";
    private const string Agents = "src/Holdfast.Agents/";

    public static IReadOnlyList<Mutant> All { get; } = [.. OfJournal, .. OfRuntime, .. OfEngine, .. OfWorker, .. OfOperations, .. OfBlobs, .. OfData, .. OfAgents];
}
