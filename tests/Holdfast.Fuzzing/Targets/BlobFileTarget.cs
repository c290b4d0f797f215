using System.Security.Cryptography;
using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>A blob's file. What is read to its end without an error is what was put.</summary>
internal sealed class BlobFileTarget() : FuzzTarget("blob-files", ErrorCodes.BlobDamaged, ErrorCodes.BlobNotFound)
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 700).Select(i => (byte)(i * 31))];
    private static readonly BlobReference Reference = new(BlobId.Of(SHA256.HashData(Content)), Content.Length);

    public override IReadOnlyList<byte[]> Samples { get; } = [Content];

    public override void Read(byte[] input)
    {
        MemoryDisk disk = new();
        using (var file = disk.Create(Reference.Id.ToString()))
        {
            file.Write(input, 0);
            file.Flush();
        }

        disk.FlushDirectory();
        using var stream = new DiskBlobStore(disk).OpenReadAsync(Reference, CancellationToken.None).GetAwaiter().GetResult();
        using MemoryStream read = new();
        stream.CopyTo(read, 256);
        Require(read.ToArray().AsSpan().SequenceEqual(Content), "a blob that reads without an error is the one that was put");
    }
}
