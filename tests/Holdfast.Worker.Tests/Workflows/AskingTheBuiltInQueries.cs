using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class AskingTheBuiltInQueries
{
    [Fact]
    public void The_stack_trace_names_each_wait_and_its_place_in_the_code()
    {
        using var run = Branch.Start("scope");
        var trace = run.Ask<string>("__stack_trace");
        Assert.Contains("activity 'Charge' (ID 1)\n   at BranchScripts.Charge in ", trace, StringComparison.Ordinal);
        Assert.Contains("a delay of 01:00:00\n   at BranchScripts.CancelOneScope in ", trace, StringComparison.Ordinal);
        Assert.Equal(2, trace.Split("a condition\n").Length - 1);
        run.Signal("SetLevel", 1).RunTask();
        Assert.DoesNotContain("a condition\n", run.Ask<string>("__stack_trace"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_trace_leaves_the_cached_state_alone()
    {
        using var run = Branch.Start("scope");
        run.Ask<string>("__stack_trace");
        var reads = run.History.Reads;
        run.Signal("SetLevel", 1).RunTask();
        Assert.Equal(reads, run.History.Reads);
    }

    [Fact]
    public void The_stack_trace_of_a_closed_run_is_empty()
    {
        using var run = Script.Start("return");
        Assert.Empty(run.Ask<string>("__stack_trace"));
    }

    [Fact]
    public void The_enhanced_stack_trace_has_the_form_that_tools_read()
    {
        using var run = Script.Start("charge");
        var trace = Answer(run, "__enhanced_stack_trace");
        Assert.Equal("holdfast-dotnet", trace.GetProperty("sdk").GetProperty("name").GetString());
        var place = trace.GetProperty("stacks")[0].GetProperty("locations")[0];
        Assert.EndsWith("Scripts.cs", place.GetProperty("file_path").GetString(), StringComparison.Ordinal);
        Assert.True(place.GetProperty("line").GetInt32() > 0);
        Assert.False(place.GetProperty("internal_code").GetBoolean());
    }

    [Fact]
    public void The_metadata_tell_type_handlers_and_current_details()
    {
        using var run = RunDriver.Start((MessageWorkflow w) => w.RunAsync("details"));
        var metadata = Answer(run, "__temporal_workflow_metadata");
        var definition = metadata.GetProperty("definition");
        Assert.Equal("MessageWorkflow", definition.GetProperty("type").GetString());
        Assert.Contains("Done: ends the workflow", Handlers(definition, "signalDefinitions"));
        Assert.Contains(": ", Handlers(definition, "signalDefinitions"));
        Assert.Contains("SlowUpdate: ", Handlers(definition, "updateDefinitions"));
        Assert.Contains("__stack_trace: where the workflow's code waits, as text", Handlers(definition, "queryDefinitions"));
        Assert.Equal("**half** way", metadata.GetProperty("currentDetails").GetString());
    }

    private static string[] Handlers(JsonElement definition, string kind) => [.. definition.GetProperty(kind).EnumerateArray().Select(h => $"{h.GetProperty("name").GetString()}: {h.GetProperty("description").GetString()}")];

    private static JsonElement Answer(RunDriver run, string query) =>
        JsonDocument.Parse(Assert.IsType<WorkflowTaskResult.QueryAnswered>(run.Query(query)).Result[0].Data).RootElement;
}
