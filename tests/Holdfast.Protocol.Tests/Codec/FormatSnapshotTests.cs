using System.Runtime.CompilerServices;
using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

/// <summary>Pins the bytes of format version 1. Set HOLDFAST_REWRITE_SNAPSHOTS=1 to rewrite the file after adding a type or a field; what an earlier version wrote is kept in the dated files and never changes.</summary>
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

    [Fact]
    public void Records_written_by_earlier_versions_are_read_and_written_again_to_the_last_byte()
    {
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(ThisFile())!, "record-format-1.*.txt"))
        {
            foreach (var line in File.ReadAllLines(path))
            {
                var (name, bytes) = (line.Split(' ')[0], Convert.FromHexString(line.Split(' ')[1]));
                Assert.Equal(line, $"{name} {Convert.ToHexString(WrittenAgain(name, bytes))}");
            }
        }
    }

    private static byte[] WrittenAgain(string name, byte[] bytes) => name.Split(':')[0] switch
    {
        "Failure" => Encoded.Failure(FailureCodec.Read(bytes)),
        "UpdateMessage" => Encoded.UpdateMessage(UpdateMessageCodec.Read(bytes)),
        _ => Encoded.Record(Encoded.Decode(bytes)),
    };

    private static IEnumerable<string> Lines() =>
        EveryType.Records().Select(r => $"{EveryType.NameOf(r)} {Convert.ToHexString(Encoded.Record(r))}")
            .Concat(EveryType.Failures().Select(f => $"Failure:{f.Info.GetType().Name} {Convert.ToHexString(Encoded.Failure(f))}"))
            .Concat(EveryType.UpdateMessages().Select(m => $"UpdateMessage:{m.GetType().Name} {Convert.ToHexString(Encoded.UpdateMessage(m))}"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
