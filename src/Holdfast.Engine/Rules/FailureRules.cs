using System.Globalization;
using System.Text;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Engine;

/// <summary>Failures against their limits. A failure must always be told, so what is too large is shortened and never refused.</summary>
internal static class FailureRules
{
    /// <summary>The engine wraps what it is told: a timeout of the attempt, and one of the whole activity around that.</summary>
    private const int LongestChain = FailureCodec.MaximumChainLength - RoomForWrapping;

    private const int RoomForWrapping = 8;
    private const int ShortenedTextBytes = 4_096;

    /// <summary>The failure with at most as many causes as can be written; when it is larger than a payload may be, its message's beginning and its kind alone.</summary>
    internal static Failure Shortened(Failure failure, EngineLimits limits) =>
        Bytes(failure) <= limits.PayloadBytes ? WithBoundedChain(failure) : Alone(failure, ShortenedTextBytes);

    /// <summary>The failure as it is kept beside an activity that is tried again: whole when it is small, else its message's beginning and its kind alone.</summary>
    internal static Failure OfAttempt(Failure failure, EngineLimits limits) =>
        Bytes(failure) <= limits.PendingActivityFailureBytes ? failure : Alone(failure, limits.PendingActivityFailureBytes);

    private static Failure WithBoundedChain(Failure failure)
    {
        var length = 0;
        for (var link = failure; link is not null; link = link.Cause)
        {
            length++;
        }

        return length <= LongestChain ? failure : CutBehind(failure, LongestChain - 1, length);
    }

    private static Failure CutBehind(Failure failure, int kept, int length)
    {
        var links = new List<Failure>(kept);
        for (var link = failure; links.Count < kept; link = link.Cause!)
        {
            links.Add(link);
        }

        var shortened = LeftOut(length - kept);
        for (var i = links.Count - 1; i >= 0; i--)
        {
            shortened = links[i] with { Cause = shortened };
        }

        return shortened;
    }

    private static Failure LeftOut(int count) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{count} more causes were left out."),
        Info = new FailureInfo.Server(NonRetryable: false),
        Source = EngineFailures.Source,
    };

    private static Failure Alone(Failure failure, int textBytes) => new()
    {
        Message = Beginning(failure.Message, textBytes),
        Info = WithoutDetails(failure.Info),
        Source = failure.Source,
    };

    private static FailureInfo WithoutDetails(FailureInfo info) => info switch
    {
        FailureInfo.Application application => application with { Details = Payloads.Empty },
        FailureInfo.Timeout timeout => timeout with { LastHeartbeatDetails = Payloads.Empty },
        FailureInfo.Canceled canceled => canceled with { Details = Payloads.Empty },
        _ => new FailureInfo.Server(NonRetryable: false),
    };

    private static string Beginning(string text, int limitBytes)
    {
        var bytes = 0;
        var chars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > limitBytes)
            {
                return text[..chars];
            }

            chars += rune.Utf16SequenceLength;
        }

        return text;
    }

    internal static long Bytes(Failure failure)
    {
        var bytes = 0L;
        for (var link = failure; link is not null; link = link.Cause)
        {
            bytes += Encoding.UTF8.GetByteCount(link.Message) + Encoding.UTF8.GetByteCount(link.StackTrace) + (link.EncodedAttributes?.Data.Length ?? 0);
            bytes += DetailBytes(link.Info);
        }

        return bytes;
    }

    private static int DetailBytes(FailureInfo info) => info switch
    {
        FailureInfo.Application application => SizeRules.Bytes(application.Details),
        FailureInfo.Timeout timeout => SizeRules.Bytes(timeout.LastHeartbeatDetails),
        FailureInfo.Canceled canceled => SizeRules.Bytes(canceled.Details),
        _ => 0,
    };
}
