namespace Holdfast.Analyzers;

/// <summary>Every diagnostic ID of the analyzers, in numeric order. An ID is never reused; each has a page in docs/analyzers.</summary>
/// <remarks>HOLD0001 to HOLD0099 belong to the generator, HOLD0101 to HOLD0199 to workflow code, HOLD0201 to HOLD0299 to contracts.</remarks>
internal static class DiagnosticIds
{
    public const string Clock = "HOLD0101";
    public const string Randomness = "HOLD0102";
    public const string NewGuid = "HOLD0103";
    public const string OtherThread = "HOLD0104";
    public const string Lock = "HOLD0105";
    public const string Timer = "HOLD0106";
    public const string ConfigureAwait = "HOLD0107";
    public const string BlockingWait = "HOLD0108";
    public const string WhenAny = "HOLD0109";
    public const string InputOutput = "HOLD0110";
    public const string Network = "HOLD0111";
    public const string MachineEnvironment = "HOLD0112";
    public const string MutableStatic = "HOLD0113";
    public const string UnorderedIteration = "HOLD0114";
    public const string DroppedTask = "HOLD0115";
    public const string EndlessLoop = "HOLD0116";
    public const string ReadOnlyCode = "HOLD0117";
    public const string PayloadType = "HOLD0118";
    public const string AsyncVoid = "HOLD0119";
    public const string ForbiddenByConfiguration = "HOLD0120";
    public const string HashCode = "HOLD0121";
    public const string ContractMissing = "HOLD0201";
    public const string ContractBroken = "HOLD0202";
    public const string ContractRemoved = "HOLD0203";
    public const string ContractOutdated = "HOLD0204";
    public const string ContractUnreadable = "HOLD0205";
}
