using System.Globalization;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Names and payloads against their limits.</summary>
internal static class SizeRules
{
    private const int MostBytesOfOneChar = 3;

    internal static int Bytes(Payloads payloads)
    {
        var bytes = 0L;
        for (var i = 0; i < payloads.Count; i++)
        {
            bytes += payloads[i].Data.Length;
        }

        return (int)Math.Min(bytes, int.MaxValue);
    }

    internal static Rejection? NameProblem(string what, string name, EngineLimits limits)
    {
        if (name.Length == 0)
        {
            return new(ErrorCodes.InvalidArgument, $"{what} is empty.");
        }

        return LengthProblem(what, name, limits);
    }

    internal static Rejection? LengthProblem(string what, string name, EngineLimits limits)
    {
        if (!WellFormedText.Is(name))
        {
            return new(ErrorCodes.InvalidArgument, $"{what} holds half a surrogate pair, which UTF-8 cannot express.");
        }

        if (name.Length * MostBytesOfOneChar <= limits.NameBytes)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetByteCount(name);
        return bytes <= limits.NameBytes
            ? null
            : new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{what} has {bytes} bytes; the limit is {limits.NameBytes}."));
    }

    /// <summary>What is wrong with a text for people; null when it is well-formed and not too long.</summary>
    internal static Rejection? TextProblem(string what, string text, int limit)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!WellFormedText.Is(text))
        {
            return new(ErrorCodes.InvalidArgument, $"{what} holds half a surrogate pair, which UTF-8 cannot express.");
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        return bytes <= limit ? null : new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{what} has {bytes} bytes; the limit is {limit}."));
    }

    internal static Rejection? PayloadProblem(string what, Payloads payloads, PayloadMap header, EngineLimits limits)
    {
        if (header.Count > 0 && HeaderProblem(what, header, limits) is { } problem)
        {
            return problem;
        }

        var bytes = (long)Bytes(payloads) + Bytes(header);
        return bytes <= limits.PayloadBytes
            ? null
            : new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{what} has {bytes} bytes with its header; the limit is {limits.PayloadBytes}. Store large values elsewhere and pass a reference."));
    }

    internal static Rejection? PayloadProblem(string what, PayloadsMap details, PayloadMap header, EngineLimits limits)
    {
        var bytes = Bytes(details) + Bytes(header);
        return bytes <= limits.PayloadBytes
            ? null
            : new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{what} have {bytes} bytes; the limit is {limits.PayloadBytes}. Store large values elsewhere and pass a reference."));
    }

    private static Rejection? HeaderProblem(string what, PayloadMap header, EngineLimits limits)
    {
        var bytes = Bytes(header);
        return bytes <= limits.HeaderBytes
            ? null
            : new(ErrorCodes.HeaderTooLarge, string.Create(CultureInfo.InvariantCulture, $"{what} goes along with a header of {bytes} bytes in {header.Count} entries; at most {limits.HeaderBytes} are allowed. Headers carry context such as trace IDs; pass data as arguments. See {ErrorCodes.HeaderTooLarge}."));
    }

    internal static long Bytes(PayloadMap map)
    {
        if (map.Count == 0)
        {
            return 0;
        }

        var bytes = 0L;
        foreach (var (name, payload) in map)
        {
            bytes += name.Length + payload.Data.Length;
        }

        return bytes;
    }

    internal static long Bytes(PayloadsMap map)
    {
        var bytes = 0L;
        foreach (var (name, payloads) in map)
        {
            bytes += name.Length + Bytes(payloads);
        }

        return bytes;
    }
}
