using Holdfast.Generators.Json;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>Writes the module initialiser that registers an assembly's workflows and activities.</summary>
internal static class RegistrationWriter
{
    public const string FileName = "Holdfast.Registration.g.cs";

    public static string Write(EquatableArray<WorkflowModel> workflows, EquatableArray<ActivityModel> activities)
    {
        var writer = GeneratedFile.Begin();
        writer.Open($"namespace {GeneratedFile.Namespace}");
        writer.Open("file static class Registration");
        var json = JsonWriter.Complete(workflows.SelectMany(w => w.Json).Concat(activities.SelectMany(a => a.Json)));
        WriteInitializer(writer, json.Count > 0);
        WriteList(writer, "WorkflowDefinition", "Workflows", workflows.OrderBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.Type, StringComparer.Ordinal), WriteWorkflow);
        WriteList(writer, "ActivityDefinition", "Activities", activities.OrderBy(a => a.Header.Name, StringComparer.Ordinal).ThenBy(a => a.Method.DeclaringType, StringComparer.Ordinal), WriteActivity);
        writer.Close();
        if (json.Count > 0)
        {
            writer.Line();
            JsonWriter.Write(writer, json);
        }

        writer.Close();
        return writer.ToString();
    }

    private static void WriteInitializer(SourceWriter writer, bool hasJson)
    {
        writer.Line($"[{GeneratedFile.CompilerServices}ModuleInitializer]");
        writer.Line("internal static void Register() =>");
        writer.Indent();
        writer.Line($"{GeneratedFile.Definitions}DefinitionCatalog.Register(");
        writer.Indent();
        writer.Line("typeof(Registration).Assembly,");
        writer.Line($"new {GeneratedFile.Definitions}AssemblyDefinitions {{ Workflows = Workflows(), Activities = Activities(){(hasJson ? $", Json = new {JsonWriter.ResolverName}()" : string.Empty)} }});");
        writer.Outdent();
        writer.Outdent();
    }

    private static void WriteList<T>(SourceWriter writer, string type, string method, IEnumerable<T> models, Action<SourceWriter, T> write)
    {
        writer.Line();
        writer.Line($"private static {GeneratedFile.Definitions}{type}[] {method}() =>");
        writer.Line("[");
        writer.Indent();
        foreach (var model in models)
        {
            writer.Open("new()");
            write(writer, model);
            writer.Close(",");
        }

        writer.Outdent();
        writer.Line("];");
    }

    private static void WriteActivity(SourceWriter writer, ActivityModel activity)
    {
        ActivityHeaderWriter.Write(writer, activity.Header, activity.Method);
        InvokerWriter.WriteActivity(writer, "Invoke", activity.Method);
    }

    private static void WriteWorkflow(SourceWriter writer, WorkflowModel workflow)
    {
        writer.Line($"Name = {TypeText.Literal(workflow.Name)},");
        writer.Line($"DeclaringType = typeof({workflow.Type}),");
        if (!workflow.Run.IsStatic)
        {
            writer.Line(workflow.HasInit ? $"CreateFrom = {InvokerWriter.Constructor(workflow.Type, workflow.Run)}," : $"Create = static () => new {workflow.Type}(),");
        }

        if (workflow.IsDynamic)
        {
            writer.Line("IsDynamic = true,");
        }

        if (workflow.FailureTypes.Count > 0)
        {
            writer.Line($"FailureExceptionTypes = [{string.Join(", ", workflow.FailureTypes.Select(t => $"typeof({t})"))}],");
        }

        LimitWriter.WriteWorkflow(writer, workflow.Limits);
        InvokerWriter.WriteWorkflow(writer, "Invoke = ", workflow.Run);
        WriteHandlers(writer, "Signals", workflow.Signals, WriteSignal);
        WriteHandlers(writer, "Queries", workflow.Queries, WriteQuery);
        WriteHandlers(writer, "Updates", workflow.Updates, WriteUpdate);
    }

    private static void WriteHandlers(SourceWriter writer, string property, EquatableArray<HandlerModel> handlers, Action<SourceWriter, HandlerModel> write)
    {
        if (handlers.Count == 0)
        {
            return;
        }

        writer.Line($"{property} =");
        writer.Line("[");
        writer.Indent();
        foreach (var handler in handlers)
        {
            write(writer, handler);
        }

        writer.Outdent();
        writer.Line("],");
    }

    private static void WriteSignal(SourceWriter writer, HandlerModel signal)
    {
        writer.Line("new(");
        writer.Indent();
        writer.Line($"{TypeText.Literal(signal.Name)},");
        InvokerWriter.WriteWorkflow(writer, string.Empty, signal.Method, $"){Facts(signal)},");
        writer.Outdent();
    }

    private static void WriteQuery(SourceWriter writer, HandlerModel query) =>
        writer.Line($"new({TypeText.Literal(query.Name)}, {InvokerWriter.Query(query.Method)}){Facts(query)},");

    private static void WriteUpdate(SourceWriter writer, HandlerModel update)
    {
        writer.Line("new(");
        writer.Indent();
        writer.Line($"{TypeText.Literal(update.Name)},");
        InvokerWriter.WriteWorkflow(writer, string.Empty, update.Method);
        writer.Line($"{(update.Validator is { } validator ? InvokerWriter.Validator(update.Method, validator) : "null")}){Facts(update)},");
        writer.Outdent();
    }

    /// <summary>What is said of a handler beside what it does.</summary>
    private static string Facts(HandlerModel handler)
    {
        List<string> facts = [];
        if (handler.Method.IsDynamic)
        {
            facts.Add("IsDynamic = true");
        }

        if (handler.Description is { } description)
        {
            facts.Add($"Description = {TypeText.Literal(description)}");
        }

        if (handler.IsAbandonedSilently)
        {
            facts.Add("UnfinishedPolicy = global::Holdfast.HandlerUnfinishedPolicy.Abandon");
        }

        return facts.Count == 0 ? string.Empty : $" {{ {string.Join(", ", facts)} }}";
    }
}
