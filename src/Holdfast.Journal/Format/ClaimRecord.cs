using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Journaling.Format;

/// <summary>What stands in the claim of a folder.</summary>
/// <param name="Number">Counts the claims of the folder, from 1.</param>
/// <param name="Line">The number of the claim that last took the folder over from another machine; 0 when none has.</param>
/// <param name="State">How far its holder is.</param>
/// <param name="MachineHash">Whose it is: <see cref="MachineHashBytes"/> bytes; those of nobody when it cannot be read.</param>
internal sealed record ClaimRecord(long Number, long Line, ClaimState State, ReadOnlyMemory<byte> MachineHash)
{
    /// <summary>The length of a claim.</summary>
    public const int Bytes = 64;

    /// <summary>The length of what names a machine.</summary>
    public const int MachineHashBytes = 32;

    private const long AboveAnyNumber = 1L << 48;
    private const int NumberOffset = 8;
    private const int LineOffset = 16;
    private const int StateOffset = 24;
    private const int MachineOffset = 28;
    private const int ChecksumOffset = Bytes - sizeof(uint);

    /// <summary>Nobody has claimed the folder yet.</summary>
    public static readonly ClaimRecord None = new(0, 0, ClaimState.GivenUp, new byte[MachineHashBytes]);

    private static ReadOnlySpan<byte> Magic => "HFCLAIM1"u8;

    /// <summary>Reads a claim. One that cannot be read, which no crash leaves, is held by a machine that nobody is, so that everything is done as if it lived.</summary>
    public static ClaimRecord Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return None; // the file was made, and its maker died before it wrote
        }

        bool isWhole = bytes.Length == Bytes && bytes.StartsWith(Magic)
            && BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]) == Crc32C.Compute(bytes[..ChecksumOffset]);
        return isWhole
            ? new ClaimRecord(
                BinaryPrimitives.ReadInt64LittleEndian(bytes[NumberOffset..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[LineOffset..]),
                (ClaimState)bytes[StateOffset],
                bytes.Slice(MachineOffset, MachineHashBytes).ToArray())
            : None with { Number = AboveAnyNumber, State = ClaimState.Held };
    }

    /// <summary>The claim that follows this one: a take-over when its holder may live, or did not come to the end of a take-over of its own.</summary>
    public ClaimRecord Next(string machine)
    {
        bool isTakeOver = State == ClaimState.TakingOver || (State != ClaimState.GivenUp && !IsOf(machine));
        return new(Number + 1, isTakeOver ? Number + 1 : Line, isTakeOver ? ClaimState.TakingOver : ClaimState.Held, HashOf(machine));
    }

    /// <summary>Whether it is a machine's.</summary>
    public bool IsOf(string machine) => MachineHash.Span.SequenceEqual(HashOf(machine));

    public void Write(Span<byte> bytes)
    {
        bytes.Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[NumberOffset..], Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[LineOffset..], Line);
        bytes[StateOffset] = (byte)State;
        MachineHash.Span.CopyTo(bytes[MachineOffset..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumOffset..], Crc32C.Compute(bytes[..ChecksumOffset]));
    }

    private static byte[] HashOf(string machine) => SHA256.HashData(Encoding.UTF8.GetBytes(machine));
}
