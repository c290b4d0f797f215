using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Errors about the archive.</summary>
internal static class ArchiveFaults
{
    public static HoldfastException Missing() => new(ErrorCodes.ArchiveMissing, "This engine has no archive of runs. Give it one (EngineStorage.Archive, or an IRunArchive among the host's services).");
}
