namespace Holdfast.Fuzzing;

/// <summary>Makes a target's inputs: mostly valid samples with a few changes, sometimes random bytes. The same number gives the same input.</summary>
internal sealed class InputMaker(FuzzTarget target)
{
    /// <summary>Longest input, in bytes: 64 KiB.</summary>
    public const int MaximumBytes = 64 * 1024;

    private const int MostChanges = 5;
    private const int LongestRandomInput = 256;

    private readonly IReadOnlyList<byte[]> _samples = target.Samples;
    private readonly byte[][] _words = [.. HostileWords.All, .. target.Words];
    private readonly List<byte> _bytes = [];
    private FuzzDraw _draw;

    /// <summary>The input of that number.</summary>
    public byte[] Make(long number)
    {
        _draw = new FuzzDraw(FuzzDraw.SeedOf(target.Name, number));
        _bytes.Clear();
        if (_draw.Below(32) == 0)
        {
            AddRandom(_draw.Below(LongestRandomInput));
            return [.. _bytes];
        }

        _bytes.AddRange(Sample());
        for (var changes = 1 + _draw.Below(MostChanges); changes > 0; changes--)
        {
            Change();
        }

        if (target.HasLengthBefore && _draw.Below(4) != 0)
        {
            MendLength();
        }

        if (_bytes.Count > MaximumBytes)
        {
            _bytes.RemoveRange(MaximumBytes, _bytes.Count - MaximumBytes);
        }

        return [.. _bytes];
    }

    private void Change()
    {
        switch (_draw.Below(12))
        {
            case 0: Overwrite(b => (byte)(b ^ (1 << _draw.Below(8)))); break;
            case 1: Overwrite(_ => (byte)_draw.Next()); break;
            case 2: Overwrite(b => (byte)(b + (_draw.Below(2) == 0 ? 1 : -1))); break;
            case 3: _bytes.Insert(Place(), (byte)_draw.Next()); break;
            case 4: Remove(Place(), 1 + _draw.Below(16)); break;
            case 5: Remove(Place(), MaximumBytes); break;
            case 6: Duplicate(1 + _draw.Below(24)); break;
            case 7: Repeat(); break;
            case 8: Splice(); break;
            case 9: _bytes.InsertRange(Place(), Word()); break;
            case 10: OverwriteWith(Word()); break;
            default: Overwrite(_ => (byte)Math.Max(0, _bytes.Count - _draw.Below(8))); break;
        }
    }

    private byte[] Sample() => _samples[_draw.Below(_samples.Count)];

    private byte[] Word() => _words[_draw.Below(_words.Length)];

    private int Place() => _draw.Below(_bytes.Count + 1);

    private void AddRandom(int count)
    {
        for (; count > 0; count--)
        {
            _bytes.Add((byte)_draw.Next());
        }
    }

    private void Overwrite(Func<byte, byte> change)
    {
        if (_bytes.Count > 0)
        {
            var at = _draw.Below(_bytes.Count);
            _bytes[at] = change(_bytes[at]);
        }
    }

    private void OverwriteWith(byte[] word)
    {
        var at = Place();
        Remove(at, word.Length);
        _bytes.InsertRange(at, word);
    }

    private void Remove(int at, int count) => _bytes.RemoveRange(at, Math.Min(count, _bytes.Count - at));

    private void Duplicate(int count)
    {
        var at = Place();
        _bytes.InsertRange(at, _bytes.GetRange(at, Math.Min(count, _bytes.Count - at)));
    }

    private void Repeat()
    {
        var at = Place();
        var piece = _bytes.GetRange(at, Math.Min(1 + _draw.Below(4), _bytes.Count - at));
        for (var times = _draw.Below(300); times > 0; times--)
        {
            _bytes.InsertRange(at, piece);
        }
    }

    private void Splice()
    {
        var other = Sample();
        var from = _draw.Below(other.Length + 1);
        var at = Place();
        if (_draw.Below(2) == 0)
        {
            Remove(at, MaximumBytes);
        }

        _bytes.InsertRange(at, other.AsSpan(from).ToArray());
    }

    /// <summary>Most changes should come past the length at the beginning, so it is made right again.</summary>
    private void MendLength()
    {
        var prefix = 0;
        while (prefix < _bytes.Count && prefix < 3 && _bytes[prefix] >= 0x80)
        {
            prefix++;
        }

        Remove(0, prefix + 1);
        List<byte> length = [];
        for (var rest = _bytes.Count; ; rest >>= 7)
        {
            length.Add((byte)(rest < 0x80 ? rest : rest | 0x80));
            if (rest < 0x80)
            {
                break;
            }
        }

        _bytes.InsertRange(0, length);
    }
}
