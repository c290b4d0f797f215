using System.Text;
using System.Text.Json;
using Holdfast.Control;
using Holdfast.Worker;

namespace Holdfast.Cli.Tests.Runs;

public sealed class RunVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_of_a_live_host_are_started_steered_and_shown()
    {
        using var host = await TallyHost.StartAsync(Data);

        Assert.StartsWith("Started apples", await Typed.DoneAsync("run", "start", "TallyWorkflow", "apples", "3", "--id", "apples", "--data", Data), StringComparison.Ordinal);
        Assert.Equal("Done.", await Typed.DoneAsync("run", "signal", "apples", "Add", "4", "--data", Data));
        Assert.Equal("7", await Typed.DoneAsync("run", "query", "apples", "Total", "--data", Data));
        Assert.Contains("Running  apples", await Typed.DoneAsync("run", "list", "--status", "running", "--data", Data), StringComparison.Ordinal);
        Assert.Equal("7", await Typed.DoneAsync("run", "update", "apples", "End", "--data", Data));
        Assert.Equal("apples: 7", await Typed.DoneAsync("run", "result", "apples", "--data", Data));
        Assert.Contains("WorkflowExecutionSignaled", await Typed.DoneAsync("run", "show", "apples", "--history", "--data", Data), StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_codecs_hide_is_written_and_read_by_the_live_host_and_stays_hidden_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data, static h => h.UseCodecs(new EncryptionCodec(new EncryptionKeyRing("k1", new byte[EncryptionKeyRing.KeyBytes])))))
        {
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "secret-apples", "3", "--id", "a", "--data", Data);
            Assert.Equal("3", await Typed.DoneAsync("run", "query", "a", "Total", "--data", Data));
            Assert.Equal("\"secret-apples\"", await FirstArgumentAsync());
            Assert.Equal("3", await Typed.DoneAsync("run", "update", "a", "End", "--data", Data));
            Assert.Equal("secret-apples: 3", await Typed.DoneAsync("run", "result", "a", "--data", Data));
            await host.StopAsync();
        }

        Assert.DoesNotContain("apples", await FirstArgumentAsync(), StringComparison.Ordinal);

        async Task<string> FirstArgumentAsync()
        {
            using var shown = JsonDocument.Parse(await Typed.DoneAsync("run", "show", "a", "--history", "--json", "--data", Data));
            var started = shown.RootElement.GetProperty("history").GetProperty("events")[0].GetProperty("workflowExecutionStartedEventAttributes");
            return Encoding.UTF8.GetString(started.GetProperty("input").GetProperty("payloads")[0].GetProperty("data").GetBytesFromBase64());
        }
    }

    [Fact]
    public async Task Runs_at_rest_are_listed_shown_and_started_and_go_on_with_the_host()
    {
        await StoppedHostAsync();

        await Typed.DoneAsync("run", "start", "TallyWorkflow", "pears", "1", "--id", "pears", "--data", Data);
        Assert.Contains("pears", await Typed.DoneAsync("run", "list", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("waiting for a worker", await Typed.DoneAsync("run", "show", "pears", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("run", "signal", "pears", "Add", "1", "--data", Data);
        using var host = await TallyHost.StartAsync(Data);

        Assert.Equal("2", await Typed.DoneAsync("run", "update", "pears", "End", "--data", Data));
        await host.StopAsync();
    }

    [Fact]
    public async Task Runs_are_listed_and_counted_by_a_filter_live_and_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "b", "0", "--id", "b", "--data", Data);
            await Typed.DoneAsync("run", "terminate", "b", "--data", Data);
            await AssertAsync();
            await host.StopAsync();
        }

        await AssertAsync();

        async Task AssertAsync()
        {
            var listed = await Typed.DoneAsync("run", "list", "--filter", "WorkflowId IN ('a', 'c') AND WorkflowType = 'TallyWorkflow'", "--data", Data);
            Assert.Contains("Running  a", listed, StringComparison.Ordinal);
            Assert.DoesNotContain("Terminated", listed, StringComparison.Ordinal);
            Assert.Equal("1", await Typed.DoneAsync("run", "count", "--filter", "ExecutionStatus = 'Terminated'", "--data", Data));
            Assert.Equal("2", await Typed.DoneAsync("run", "count", "--data", Data));
            Assert.Contains("1      Terminated", await Typed.DoneAsync("run", "count", "--filter", "WorkflowType = 'TallyWorkflow' GROUP BY ExecutionStatus", "--data", Data), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_workflows_code_must_answer_is_refused_at_rest()
    {
        await StoppedHostAsync();

        var typed = await Typed.RunAsync("run", "query", "apples", "Total", "--data", Data);

        Assert.Equal(ExitCode.Failure, typed.ExitCode);
        Assert.Contains("HF2101", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_canceled_and_another_terminated()
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "b", "0", "--id", "b", "--data", Data);

        await Typed.DoneAsync("run", "cancel", "a", "--data", Data);
        await Typed.DoneAsync("run", "terminate", "b", "--reason", "enough", "--data", Data);

        var canceled = await Typed.RunAsync("run", "result", "a", "--data", Data);
        var terminated = await Typed.RunAsync("run", "result", "b", "--data", Data);
        Assert.Contains("canceled", canceled.Error, StringComparison.Ordinal);
        Assert.Contains("terminated", terminated.Error, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_run_is_deleted_live_and_another_at_rest()
    {
        using (var host = await TallyHost.StartAsync(Data))
        {
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);
            await Typed.DoneAsync("run", "start", "TallyWorkflow", "b", "0", "--id", "b", "--data", Data);
            await Typed.DoneAsync("run", "delete", "a", "--data", Data);
            await host.StopAsync();
        }

        await Typed.DoneAsync("run", "delete", "b", "--data", Data);

        var gone = await Typed.RunAsync("run", "show", "b", "--data", Data);
        Assert.Contains("HF1001", gone.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TallyWorkflow", await Typed.DoneAsync("run", "list", "--data", Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_priority_of_a_run_is_changed_and_given_back_and_shown()
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);

        await Typed.DoneAsync("run", "update-options", "a", "--priority-key", "1", "--fairness-key", "acme", "--data", Data);
        Assert.Contains("1, fairness key 'acme', weight 0", await Typed.DoneAsync("run", "show", "a", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("run", "update-options", "a", "--restore", "--data", Data);

        Assert.Contains("0, fairness key ''", await Typed.DoneAsync("run", "show", "a", "--data", Data), StringComparison.Ordinal);
        Assert.Contains("HF1000", (await Typed.RunAsync("run", "update-options", "a", "--data", Data)).Error, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_run_is_shown_with_its_builds_and_current_details_and_reset_to_a_build()
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "7", "--id", "a", "--data", Data);
        Assert.Equal("7", await Typed.DoneAsync("run", "query", "a", "Total", "--data", Data));

        var build = new WorkerOptions().BuildId;
        Assert.Contains("starts with 7", await Typed.DoneAsync("run", "show", "a", "--current-details", "--data", Data), StringComparison.Ordinal);
        Assert.Contains(build, await Typed.DoneAsync("run", "show", "a", "--data", Data), StringComparison.Ordinal);
        await Typed.DoneAsync("run", "reset", "a", "--build-id", build, "--data", Data);
        Assert.Contains("HF1022", (await Typed.RunAsync("run", "reset", "a", "--build-id", "other", "--data", Data)).Error, StringComparison.Ordinal);
        await host.StopAsync();

        Assert.Contains("HF2101", (await Typed.RunAsync("run", "show", "a", "--current-details", "--data", Data)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_paused_and_unpaused()
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);

        await Typed.DoneAsync("run", "pause", "a", "--reason", "look first", "--data", Data);
        var refused = await Typed.RunAsync("run", "query", "a", "Total", "--data", Data);
        await Typed.DoneAsync("run", "unpause", "a", "--data", Data);

        Assert.Contains("HF1020", refused.Error, StringComparison.Ordinal);
        Assert.Equal("0", await Typed.DoneAsync("run", "query", "a", "Total", "--data", Data));
        await host.StopAsync();
    }

    [Theory]
    [InlineData("--first")]
    [InlineData("--last")]
    [InlineData("--event", "3")]
    public async Task A_run_is_reset_and_keeps_the_signals_it_got(params string[] target)
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "1", "--id", "a", "--data", Data);
        Assert.Equal("1", await Typed.DoneAsync("run", "query", "a", "Total", "--data", Data));
        await Typed.DoneAsync("run", "signal", "a", "Add", "2", "--data", Data);

        await Typed.DoneAsync(["run", "reset", "a", .. target, "--reason", "once more", "--data", Data]);

        Assert.Equal("3", await Typed.DoneAsync("run", "query", "a", "Total", "--data", Data));
        Assert.Contains("Terminated", await Typed.DoneAsync("run", "list", "--data", Data), StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_reset_goes_to_one_place()
    {
        var typed = await Typed.RunAsync("run", "reset", "a", "--first", "--event", "3", "--data", Data);

        Assert.NotEqual(ExitCode.Success, typed.ExitCode);
    }

    [Fact]
    public async Task Json_is_printed_when_asked_for()
    {
        using var host = await TallyHost.StartAsync(Data);
        await Typed.DoneAsync("run", "start", "TallyWorkflow", "a", "0", "--id", "a", "--data", Data);

        using var shown = JsonDocument.Parse(await Typed.DoneAsync("run", "show", "a", "--history", "--json", "--data", Data));

        Assert.Equal("Running", shown.RootElement.GetProperty("status").GetString());
        Assert.Equal("EVENT_TYPE_WORKFLOW_EXECUTION_STARTED", shown.RootElement.GetProperty("history").GetProperty("events")[0].GetProperty("eventType").GetString());
        await host.StopAsync();
    }

    [Theory]
    [InlineData("HF1001", "run", "show", "nobody")]
    [InlineData("HF1000", "run", "list", "--status", "sleepy")]
    [InlineData("HF1000", "run", "list", "--limit", "0")]
    [InlineData("HF1050", "run", "list", "--filter", "ExecutionStatus =")]
    [InlineData("HF1043", "run", "count", "--filter", "Region = 'eu'")]
    [InlineData("HF1000", "run", "show", "a", "--run", "first")]
    public async Task What_is_wrong_is_told_with_its_code(string code, params string[] arguments)
    {
        await StoppedHostAsync();

        var typed = await Typed.RunAsync([.. arguments, "--data", Data]);

        Assert.Equal(ExitCode.Failure, typed.ExitCode);
        Assert.StartsWith(code, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_data_is_refused_and_left_as_it_is()
    {
        var typed = await Typed.RunAsync("run", "list", "--data", Data);

        Assert.StartsWith("HF1001", typed.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Only_the_owner_may_open_the_control_socket_and_it_goes_with_the_host()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(ControlSocket.PathIn(Data), "left by a process that died");
        using var host = await TallyHost.StartAsync(Data);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ControlSocket.PathIn(Data)));
        }

        await host.StopAsync();
        Assert.False(File.Exists(ControlSocket.PathIn(Data)));
    }

    private async Task StoppedHostAsync()
    {
        using var host = await TallyHost.StartAsync(Data);
        await host.StopAsync();
    }
}
