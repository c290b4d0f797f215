using System.Globalization;
using Holdfast.Journaling;

namespace Holdfast.Hosting.Inspection;

/// <summary>Can the journal be read from its first record to its last?</summary>
internal static class JournalCheck
{
    private const string Name = "journal";

    public static Finding Run(string folder)
    {
        try
        {
            var found = Journal.Inspect(new FileDisk(Path.Combine(folder, DataFolder.JournalName)));
            return new Finding(Name, FindingLevel.Good, string.Create(CultureInfo.InvariantCulture, $"{found.LastLsn - found.FirstLsn + 1:N0} records of {found.RecordBytes:N0} bytes in {found.Segments} segments, epoch {found.Epoch}"));
        }
        catch (JournalException exception)
        {
            return new Finding(Name, FindingLevel.Error, exception.Message);
        }
        catch (IOException exception)
        {
            return new Finding(Name, FindingLevel.Error, $"it cannot be read: {exception.Message}");
        }
    }
}
