using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Archives;

/// <summary>An archived run as a file: "HFRA", version, CRC-32C of the rest, then gzip of namespace, workflow ID, run ID and records. See docs/internals/archive-format.md.</summary>
internal static class ArchivedRunFormat
{
    private const byte Version = 1;
    private const int HeaderBytes = 9;
    private const int ChecksumOffset = 5;
    private const int RunIdBytes = 16;

    private static ReadOnlySpan<byte> Magic => "HFRA"u8;

    public static byte[] Write(ArchivedRun run)
    {
        using MemoryStream file = new();
        file.Write(Magic);
        file.WriteByte(Version);
        file.Write(stackalloc byte[sizeof(uint)]);
        using (GZipStream gzip = new(file, CompressionLevel.Optimal, leaveOpen: true))
        using (BinaryWriter writer = new(gzip, Encoding.UTF8))
        {
            writer.Write(run.Workflow.Namespace);
            writer.Write(run.Workflow.WorkflowId);
            writer.Write(run.RunId.Value.ToByteArray(bigEndian: true));
            foreach (var chunk in run.Records)
            {
                writer.Write(chunk.Span);
            }
        }

        var bytes = file.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumOffset), Crc32C.Compute(bytes.AsSpan(HeaderBytes)));
        return bytes;
    }

    /// <summary>Reads a run from the bytes of its file.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ArchiveDamaged"/>.</exception>
    public static ArchivedRun Read(byte[] bytes, string place)
    {
        if (bytes.Length < HeaderBytes || !bytes.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChecksumOffset)) != Crc32C.Compute(bytes.AsSpan(HeaderBytes)))
        {
            throw new HoldfastException(ErrorCodes.ArchiveDamaged, $"The archived run {place} is damaged. Restore the file from a backup, or delete it.");
        }

        if (bytes[Magic.Length] != Version)
        {
            throw new HoldfastException(ErrorCodes.ArchiveDamaged, $"The archived run {place} has format version {bytes[Magic.Length]}; this version of Holdfast knows version {Version}. Use the version that wrote it or a newer one.");
        }

        try
        {
            return ReadContent(bytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or FormatException or ArgumentException)
        {
            throw new HoldfastException(ErrorCodes.ArchiveDamaged, $"The archived run {place} is damaged: {exception.Message} Restore the file from a backup, or delete it.", exception);
        }
    }

    private static ArchivedRun ReadContent(byte[] bytes)
    {
        using MemoryStream file = new(bytes, HeaderBytes, bytes.Length - HeaderBytes);
        using GZipStream gzip = new(file, CompressionMode.Decompress);
        using BinaryReader reader = new(gzip, Encoding.UTF8);
        WorkflowKey workflow = new(reader.ReadString(), reader.ReadString());
        RunId runId = new(new Guid(reader.ReadBytes(RunIdBytes), bigEndian: true));
        using MemoryStream records = new();
        gzip.CopyTo(records);
        return new ArchivedRun(workflow, runId, [records.ToArray()]);
    }
}
