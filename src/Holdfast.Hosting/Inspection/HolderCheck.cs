using Holdfast.Journaling;

namespace Holdfast.Hosting.Inspection;

/// <summary>Does a process hold the folder? If not, it is held while the checks look at its content.</summary>
internal static class HolderCheck
{
    private const string Name = "host";

    public static (Finding Finding, IDisposable? Held) Run(string folder)
    {
        try
        {
            return (new Finding(Name, FindingLevel.Good, "no host runs"), new FileDisk(Path.Combine(folder, DataFolder.JournalName)).Lock());
        }
        catch (JournalException exception)
        {
            return (new Finding(Name, FindingLevel.Good, $"a host runs; its content is not checked ({exception.Message})"), null);
        }
    }
}
