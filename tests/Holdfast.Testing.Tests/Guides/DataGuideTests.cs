using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class DataGuideTests
{
    [Fact]
    public async Task The_converter_of_the_guide_hides_what_a_run_stores_and_outlives_a_rotation()
    {
        var (key, newKey) = (RandomNumberGenerator.GetBytes(EncryptionKeyRing.KeyBytes), RandomNumberGenerator.GetBytes(EncryptionKeyRing.KeyBytes));
        EncryptionKeyRing keys = new("2026-11", key);
        CodecDataConverter converter = new([new CompressionCodec(), new EncryptionCodec(keys)])
        {
            EncodeFailures = true,
        };
        await using var environment = await WorkflowEnvironment.StartAsync(e =>
        {
            e.DataConverter = converter;
            e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(new PaymentActivities(e.TimeProvider));
        });
        var handle = await environment.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        keys.Add("2026-12", newKey);          // everywhere: every worker and client
        keys.UseForEncoding("2026-12");       // then make it the current one
        await handle.SignalAsync(w => w.Approve());
        Assert.Equal(5, (await handle.ResultAsync()).Amount);
    }

    [Fact]
    public void The_codec_of_the_guide_signs_and_refuses_what_was_changed()
    {
        SigningCodec codec = new([1, 2, 3]);
        var payload = JsonDataConverter.Default.ToPayload("text");
        var signed = codec.Encode(payload);
        Assert.Equal(payload, codec.Decode(signed));
        var changed = new Payload(signed.Encoding, new byte[] { 1 }, signed.Metadata);
        Assert.Equal(ErrorCodes.PayloadCodecFailed, Assert.Throws<HoldfastException>(() => new CodecDataConverter([codec]).FromPayload<string>(changed)).Code);
    }

    [Fact]
    public void The_guide_shows_code_that_is_compiled()
    {
        var compiled = new[] { "DataGuideTests.cs", "SigningCodec.cs" }.SelectMany(f => Lines(File.ReadAllText(Path.Combine(Root(), "tests/Holdfast.Testing.Tests/Guides", f)))).ToHashSet(StringComparer.Ordinal);
        var shown = File.ReadAllText(Path.Combine(Root(), "docs/guides/data.md")).Split("```csharp\n").Skip(1).SelectMany(part => Lines(part.Split("```")[0])).ToList();
        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(line => !compiled.Contains(line)));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Root([CallerFilePath] string thisFile = "")
    {
        var folder = File.Exists(thisFile) ? Path.GetDirectoryName(thisFile) : AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Holdfast.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
