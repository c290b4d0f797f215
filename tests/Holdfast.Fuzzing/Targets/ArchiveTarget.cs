using System.Buffers.Binary;
using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>A run's file in the archive. A damaged one is refused, also when its checksum is right.</summary>
internal sealed class ArchiveTarget() : FuzzTarget("archive", ErrorCodes.ArchiveDamaged)
{
    private const int ChecksumOffset = 5;
    private const int HeaderBytes = 9;
    private static readonly ArchivedRun Run = new(new WorkflowKey("default", "order-é"), RunId.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21"), [new byte[400], Enumerable.Range(0, 300).Select(i => (byte)(i * 31)).ToArray()]);
    private static readonly (string Name, byte[] Content) Original = Write();

    public override IReadOnlyList<byte[]> Samples { get; } = [Original.Content];

    /// <summary>What is compressed may be a thousand times as long, and is copied while it grows.</summary>
    public override long AllowanceBytes(int inputBytes) => (1 << 20) + (8L * 1024 * inputBytes);

    public override void Read(byte[] input)
    {
        var content = input.Length % 4 == 0 ? input : WithChecksum(input);
        MemoryDisk disk = new();
        using (var file = disk.Create(Original.Name))
        {
            file.Write(content, 0);
            file.Flush();
        }

        disk.FlushDirectory();
        var found = new DiskRunArchive(disk).FindAsync(Run.Workflow, Run.RunId, CancellationToken.None).GetAwaiter().GetResult();
        Require(found is null || found.Workflow == Run.Workflow, "what is found is the workflow's");
    }

    private static byte[] WithChecksum(byte[] input)
    {
        if (input.Length < HeaderBytes)
        {
            return input;
        }

        var content = (byte[])input.Clone();
        Original.Content.AsSpan(0, ChecksumOffset).CopyTo(content);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(ChecksumOffset), Crc32C.Compute(content.AsSpan(HeaderBytes)));
        return content;
    }

    private static (string Name, byte[] Content) Write()
    {
        MemoryDisk disk = new();
        new DiskRunArchive(disk).PutAsync(Run, CancellationToken.None).GetAwaiter().GetResult();
        var name = disk.List().Single();
        return (name, disk.ReadAll(name));
    }
}
