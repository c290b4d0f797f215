namespace Holdfast.Cli.Tests.Runs;

public sealed class DoctorVerbTests : IDisposable
{
    private const int InTheFirstRecords = 4_200;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sound_folder_passes()
    {
        await UsedFolderAsync();

        var output = await Typed.DoneAsync("doctor", "--data", Data);

        Assert.Contains("settled store  sound", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_journal_is_found_and_left_as_it_is()
    {
        await UsedFolderAsync();
        var segment = Directory.GetFiles(Path.Combine(Data, "journal"), "*.log").Order(StringComparer.Ordinal).First();
        var bytes = await File.ReadAllBytesAsync(segment);
        bytes.AsSpan(InTheFirstRecords, 16).Fill(0xAA);
        await File.WriteAllBytesAsync(segment, bytes);

        var typed = await Typed.RunAsync("doctor", "--data", Data);

        Assert.Equal(ExitCode.Failure, typed.ExitCode);
        Assert.Contains("ERROR  journal", typed.Output, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(segment));
    }

    [Fact]
    public async Task A_missing_settled_store_is_found()
    {
        await UsedFolderAsync();
        File.Delete(Path.Combine(Data, "holdfast.db"));

        Assert.Contains("ERROR  settled store", (await Typed.RunAsync("doctor", "--data", Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_host_runs_the_content_is_left_alone()
    {
        using var host = await TallyHost.StartAsync(Data);

        var output = await Typed.DoneAsync("doctor", "--data", Data, "--json");

        Assert.Contains("a host runs", output, StringComparison.Ordinal);
        Assert.DoesNotContain("settled store", output, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_folder_without_data_is_an_error()
    {
        var typed = await Typed.RunAsync("doctor", "--data", Data);

        Assert.Equal(ExitCode.Failure, typed.ExitCode);
        Assert.Contains("has no data of Holdfast", typed.Output, StringComparison.Ordinal);
    }

    private async Task UsedFolderAsync()
    {
        using var host = await TallyHost.StartAsync(Data);
        for (var i = 0; i < 20; i++)
        {
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "name", "1", "--data", Data);
        }

        await host.StopAsync();
    }
}
