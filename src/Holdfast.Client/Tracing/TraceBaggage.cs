using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Holdfast.Interception;

/// <summary>The baggage of a trace as W3C baggage text. What is beyond its bounds is left out, member by member, since baggage is not worth failing for.</summary>
internal static class TraceBaggage
{
    /// <summary>Most members that travel: 64, as the specification asks for.</summary>
    public const int MaximumMembers = 64;

    /// <summary>Most bytes that travel: 8,192, as the specification asks for.</summary>
    public const int MaximumBytes = 8_192;

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The baggage of the current span and those above it; empty when there is none.</summary>
    public static string Current
    {
        get
        {
            StringBuilder text = new();
            HashSet<string> keys = new(StringComparer.Ordinal);
            foreach (var (key, value) in Activity.Current?.Baggage ?? [])
            {
                Append(text, keys, key, value);
            }

            return text.ToString();
        }
    }

    /// <summary>Gives a span the baggage of a text.</summary>
    public static void AddTo(Activity? span, string text)
    {
        if (span is null || text.Length is 0 or > MaximumBytes)
        {
            return;
        }

        foreach (var member in text.Split(',', MaximumMembers + 1).Take(MaximumMembers))
        {
            var pair = member.Split(';', 2)[0].Split('=', 2);
            if (pair.Length == 2 && IsToken(pair[0].Trim()))
            {
                span.AddBaggage(pair[0].Trim(), Uri.UnescapeDataString(pair[1].Trim()));
            }
        }
    }

    private static void Append(StringBuilder text, HashSet<string> keys, string key, string? value)
    {
        // Of two members with one key the inner span's counts, which comes first.
        if (keys.Count >= MaximumMembers || !IsToken(key) || keys.Contains(key))
        {
            return;
        }

        var encoded = Uri.EscapeDataString(value ?? string.Empty);
        if (text.Length + key.Length + encoded.Length + 2 > MaximumBytes)
        {
            return;
        }

        keys.Add(key);
        text.Append(text.Length == 0 ? string.Empty : ",").Append(key).Append('=').Append(encoded);
    }

    private static bool IsToken(string key) => key.Length > 0 && !key.AsSpan().ContainsAnyExcept(TokenCharacters);
}
