using System.Runtime.CompilerServices;
using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class LargePayloadsGuideTests
{
    [Fact]
    public async Task Blobs_pass_from_client_through_workflow_and_activities_and_back_and_leave_little_in_the_history()
    {
        await using var environment = await StartAsync(null);
        var client = environment.Client;
        await using MemoryStream upload = new("a\nb\nc\n"u8.ToArray());
        var template = new Attachment("three lines", await client.CreateBlobAsync(upload));
        var handle = await client.StartWorkflowAsync((ReportWorkflow w) => w.RunAsync(template));
        var report = await handle.ResultAsync();
        Assert.Equal((3_000 * 10, "report on three lines"), (report.Content.Length, report.Name));
        await using var content = await client.OpenBlobAsync(report.Content);
        using StreamReader reader = new(content);
        Assert.Equal(3_000, (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True((await handle.DescribeAsync()).Info.HistorySizeBytes < 10_000);
    }

    [Fact]
    public async Task A_store_that_is_away_fails_the_attempt_and_the_next_one_goes_on()
    {
        MemoryDisk disk = new();
        await using var environment = await StartAsync(new DiskBlobStore(disk));
        await using MemoryStream upload = new("a\n"u8.ToArray());
        var template = new Attachment("one line", await environment.Client.CreateBlobAsync(upload));
        disk.FailWrite(0);
        var handle = await environment.Client.StartWorkflowAsync((ReportWorkflow w) => w.RunAsync(template));
        Assert.Equal(1_000 * 10, (await handle.ResultAsync()).Content.Length);
    }

    [Fact]
    public async Task Without_a_store_the_error_says_what_to_configure()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.BlobStore = null);
        Assert.Equal(ErrorCodes.BlobStoreMissing, (await Assert.ThrowsAsync<HoldfastException>(() => environment.Client.CreateBlobAsync(Stream.Null))).Code);
    }

    [Fact]
    public void The_guide_shows_code_that_is_compiled()
    {
        string[] files = ["LargePayloadsGuideTests.cs", "ReportActivities.cs", "ReportWorkflow.cs", "Attachment.cs", "../LargePayloads/MovingLargePayloads.cs"];
        var compiled = files.SelectMany(f => Lines(File.ReadAllText(Path.Combine(Root(), "tests/Holdfast.Testing.Tests/Guides", f)))).ToHashSet(StringComparer.Ordinal);
        var shown = File.ReadAllText(Path.Combine(Root(), "docs/guides/large-payloads.md")).Split("```csharp\n").Skip(1).SelectMany(part => Lines(part.Split("```")[0])).ToList();
        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(line => !compiled.Contains(line)));
    }

    private static Task<WorkflowEnvironment> StartAsync(IBlobStore? store) => WorkflowEnvironment.StartAsync(e =>
    {
        e.BlobStore = store ?? e.BlobStore;
        e.AddAssembly(typeof(ReportWorkflow).Assembly).AddActivities(new ReportActivities());
    });

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
