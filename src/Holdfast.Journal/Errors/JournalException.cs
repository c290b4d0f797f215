using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>The journal refused or failed; the code says why.</summary>
public class JournalException : HoldfastException
{
    /// <summary>Creates the error.</summary>
    public JournalException(ErrorCode code, string message, Exception? innerException = null)
        : base(code, message, innerException)
    {
    }

    internal static JournalException FolderLocked(string folder, string holder, Exception? cause = null) => new(
        ErrorCodes.JournalFolderLocked,
        $"The journal in '{folder}' is in use by process {holder}. Stop that process, or give this one a data folder of its own.",
        cause);

    internal static JournalException StaleEpoch(long caller, long current) => new(
        ErrorCodes.JournalStaleEpoch,
        string.Create(CultureInfo.InvariantCulture, $"An append of epoch {caller} was refused: epoch {current} is in force, so its owner has been deposed."));

    internal static JournalException Deposed(string folder) => new(
        ErrorCodes.JournalDeposed,
        $"Another process has taken over the journal in '{folder}' and goes on with it. This one stops; nothing was acknowledged that the other does not have.");

    internal static JournalException Failed(Exception cause) => new(
        ErrorCodes.JournalFailed,
        $"The journal stopped for good after a failed write or flush ({cause.Message}). Restart the process: it recovers from what is durable.",
        cause);

    internal static JournalException RecordTooLarge(long payloadBytes, int maxRecordBytes) => new(
        ErrorCodes.JournalRecordTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"A record of at least {payloadBytes} bytes is above the limit of {maxRecordBytes} bytes ({nameof(JournalOptions.MaxRecordBytes)})."));

    internal static JournalException BatchTooLarge(long batchBytes, int maxPendingBytes) => new(
        ErrorCodes.JournalBatchTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"A batch of {batchBytes} bytes takes no further record: the limit is {maxPendingBytes} bytes ({nameof(JournalOptions.MaxPendingBytes)})."));

    internal static JournalException OptionOutOfRange(string option, object value, string range) => new(
        ErrorCodes.JournalOptionsInvalid,
        string.Create(CultureInfo.InvariantCulture, $"{nameof(JournalOptions)}.{option} is {value}, but must be {range}."));
}
