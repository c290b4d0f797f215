using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>The journal's files are damaged in a way that could lose acknowledged records, so it does not start.</summary>
public sealed class JournalDamagedException : JournalException
{
    internal JournalDamagedException(ErrorCode code, string file, long offset, string expected, string found, string mend)
        : base(code, string.Create(CultureInfo.InvariantCulture, $"Journal file '{file}', offset {offset}: expected {expected}, found {found}. {mend}"))
    {
        File = file;
        Offset = offset;
        Expected = expected;
        Found = found;
        Mend = mend;
    }

    /// <summary>The name of the damaged file.</summary>
    public string File { get; }

    /// <summary>The byte offset in it where the damage begins.</summary>
    public long Offset { get; }

    /// <summary>What an undamaged journal has there.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }

    /// <summary>What an operator can do.</summary>
    public string Mend { get; }
}
