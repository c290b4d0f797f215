using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>A decoder or parser under test.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="refusals">The codes with which it may refuse an input; anything else that it throws is a defect.</param>
internal abstract class FuzzTarget(string name, params ErrorCode[] refusals)
{
    /// <summary>What every decoder may allocate, whatever its input: 64 KiB, most of which is for an exception with its stack trace.</summary>
    public const long FixedAllowanceBytes = 64 * 1024;

    /// <summary>What every decoder may allocate for each byte of input: 512 bytes, since two bytes can be a whole object.</summary>
    public const long AllowanceBytesPerInputByte = 512;

    private const char LoneSurrogate = '\uD800';

    public string Name { get; } = name;

    /// <summary>Valid inputs, the same ones each time.</summary>
    public abstract IReadOnlyList<byte[]> Samples { get; }

    /// <summary>Pieces that mean something in this format.</summary>
    public virtual IReadOnlyList<byte[]> Words => [];

    /// <summary>Whether inputs begin with their length as a varint.</summary>
    public virtual bool HasLengthBefore => false;

    /// <summary>How many times as much work as others an input is; so many fewer of them are fed.</summary>
    public virtual int Cost => 1;

    /// <summary>Most bytes that reading an input may allocate.</summary>
    public virtual long AllowanceBytes(int inputBytes) => FixedAllowanceBytes + (AllowanceBytesPerInputByte * inputBytes);

    /// <summary>Reads an input; returns, or throws what <see cref="IsRefusal"/> knows.</summary>
    public abstract void Read(byte[] input);

    /// <summary>Whether an exception is a documented answer to a malformed input.</summary>
    public virtual bool IsRefusal(Exception exception) => exception is HoldfastException coded && refusals.Contains(coded.Code);

    /// <summary>An input as text. Bytes that are not UTF-8 become halves of surrogate pairs, which no encoding can write.</summary>
    protected static string TextOf(byte[] input) => Encoding.UTF8.GetString(input).Replace('\uFFFD', LoneSurrogate);

    /// <summary>A property that must hold of what was read.</summary>
    protected static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new FuzzPropertyException(what);
        }
    }
}
