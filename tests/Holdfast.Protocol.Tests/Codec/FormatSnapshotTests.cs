using System.Runtime.CompilerServices;

namespace Holdfast.Protocol.Tests;

/// <summary>Pins the bytes of format version 1. Set HOLDFAST_REWRITE_SNAPSHOTS=1 to rewrite the file after adding a type; a changed line means that stored data breaks.</summary>
public sealed class FormatSnapshotTests
{
    [Fact]
    public void The_bytes_of_every_type_are_those_of_the_snapshot()
    {
        var path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "record-format-1.txt");
        var actual = Lines().ToArray();
        if (Environment.GetEnvironmentVariable("HOLDFAST_REWRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllLines(path, actual);
        }

        Assert.Equal(File.ReadAllLines(path), actual);
    }

    private static IEnumerable<string> Lines() =>
        EveryType.Records().Select(r => $"{EveryType.NameOf(r)} {Convert.ToHexString(Encoded.Record(r))}")
            .Concat(EveryType.Failures().Select(f => $"Failure:{f.Info.GetType().Name} {Convert.ToHexString(Encoded.Failure(f))}"))
            .Concat(EveryType.UpdateMessages().Select(m => $"UpdateMessage:{m.GetType().Name} {Convert.ToHexString(Encoded.UpdateMessage(m))}"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
