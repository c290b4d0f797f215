using System.Buffers;
using System.Buffers.Binary;

namespace Holdfast.Simulation;

/// <summary>Knows what went into the codecs of a world that encrypts, and looks for it in what is written: none of it may be there.</summary>
internal sealed class PlaintextWatch
{
    /// <summary>Shorter texts may be written for another reason.</summary>
    private const int ShortestText = 16;

    /// <summary>No more of a text is compared: texts that begin alike count as one.</summary>
    private const int ComparedBytes = 48;

    private const int MostProblems = 10;

    /// <summary>What a value in JSON begins with that is long enough.</summary>
    private static readonly SearchValues<byte> Beginnings = SearchValues.Create("\"{["u8);

    private readonly Dictionary<ulong, List<byte[]>> _texts = [];

    /// <summary>What was found where it must not be.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Number of texts that are looked for.</summary>
    public int Texts { get; private set; }

    /// <summary>Something is going to be encrypted.</summary>
    public void Note(ReadOnlySpan<byte> text)
    {
        if (text.Length < ShortestText || !Beginnings.Contains(text[0]))
        {
            return;
        }

        text = text[..Math.Min(ComparedBytes, text.Length)];
        var beginning = BinaryPrimitives.ReadUInt64LittleEndian(text);
        if (!_texts.TryGetValue(beginning, out var texts))
        {
            _texts[beginning] = texts = [];
        }

        if (Find(texts, text) is null)
        {
            texts.Add(text.ToArray());
            Texts++;
        }
    }

    /// <summary>Looks through something that is written, or was.</summary>
    public void Look(ReadOnlySpan<byte> written, string place)
    {
        while (written.IndexOfAny(Beginnings) is var at and >= 0 && written.Length - at >= ShortestText)
        {
            written = written[at..];
            if (_texts.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(written), out var texts) && Find(texts, written) is { } text && Problems.Count < MostProblems)
            {
                Problems.Add($"{place} holds what should be encrypted: {System.Text.Encoding.UTF8.GetString(text)}");
            }

            written = written[1..];
        }
    }

    /// <summary>A text that the bytes begin with.</summary>
    private static byte[]? Find(List<byte[]> texts, ReadOnlySpan<byte> bytes)
    {
        foreach (var text in texts)
        {
            if (bytes.StartsWith(text))
            {
                return text;
            }
        }

        return null;
    }
}
