using System.Globalization;
using Holdfast.Generators.Definitions;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Calls;

/// <summary>Writes the interceptors: one for each thing called, with the locations of all its calls.</summary>
internal static class InterceptorWriter
{
    public const string FileName = "Holdfast.Calls.g.cs";

    public static string Write(EquatableArray<CallModel> calls)
    {
        var writer = GeneratedFile.Begin();
        WriteAttribute(writer);
        writer.Line();
        writer.Open($"namespace {GeneratedFile.Namespace}");
        writer.Open("file static class Calls");
        var number = 0;
        foreach (var group in calls.GroupBy(c => c.Target).OrderBy(g => SortKey(g.Key), StringComparer.Ordinal))
        {
            if (number > 0)
            {
                writer.Line();
            }

            WriteTarget(writer, group.Key, group, number++);
        }

        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    private static string SortKey(CallTarget target) =>
        string.Join("|", [target.Kind.ToString(), target.Name, target.Method.DeclaringType, target.Method.Name, .. target.Method.Parameters.Select(p => p.Type), target.IsReduced ? "reduced" : "plain"]);

    private static void WriteAttribute(SourceWriter writer)
    {
        writer.Open("namespace System.Runtime.CompilerServices");
        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
        writer.Line("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute;");
        writer.Close();
    }

    private static void WriteTarget(SourceWriter writer, CallTarget target, IEnumerable<CallModel> calls, int number)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        if (target.Activity is { } activity)
        {
            WriteActivity(writer, activity, target.Method, suffix);
        }

        foreach (var call in calls.OrderBy(c => c.LocationData, StringComparer.Ordinal))
        {
            writer.Line($"[{GeneratedFile.CompilerServices}InterceptsLocation({call.LocationVersion.ToString(CultureInfo.InvariantCulture)}, {TypeText.Literal(call.LocationData)})]");
        }

        writer.Open($"internal static {target.Method.Return.Type} Call{suffix}({Parameters(target)})");
        WriteBody(writer, target, suffix);
        writer.Close();
        writer.Line();
        WriteCapture(writer, target, suffix);
    }

    private static void WriteActivity(SourceWriter writer, ActivityHeader activity, MethodModel method, string suffix)
    {
        writer.Line($"private static readonly {GeneratedFile.Definitions}ActivityDefinition Activity{suffix} = new()");
        writer.Open();
        ActivityHeaderWriter.Write(writer, activity, method);
        writer.Line($"Invoke = static (_, _, _) => throw new {GeneratedFile.Protocol}HoldfastException({GeneratedFile.Protocol}ErrorCodes.NotRegistered, \"This definition describes calls. The worker runs the one that the declaring assembly registers.\"),");
        writer.Close(";");
        writer.Line();
    }

    private static string Parameters(CallTarget target)
    {
        var parameters = target.Method.Parameters.Select((p, i) => p.Type + " " + Argument(i));
        var all = string.Join(", ", target.Method.IsStatic ? parameters : parameters.Prepend(target.Method.DeclaringType + " self"));
        return target.IsReduced || !target.Method.IsStatic ? "this " + all : all;
    }

    private static string Argument(int index) => "arg" + index.ToString(CultureInfo.InvariantCulture);

    private static void WriteBody(SourceWriter writer, CallTarget target, string suffix)
    {
        var method = target.Method;
        var capture = $"Capture{suffix}({string.Join(", ", Recorded(target).Select(p => p.Argument))})";
        writer.Open($"if ({GeneratedFile.Definitions}CallCapture.IsOpen)");
        writer.Line($"{GeneratedFile.Definitions}CallCapture.Record({capture});");
        writer.Line(method.Return.Kind == ReturnKind.Void ? "return;" : "return default!;");
        writer.Close();
        writer.Line();
        if (target.Kind == CallKind.Activity && method.Return.IsAwaited)
        {
            writer.Open($"if ({GeneratedFile.Definitions}DurableCall.IsInWorkflow)");
            writer.Line($"return {Durable(method.Return, capture)};");
            writer.Close();
            writer.Line();
        }

        var receiver = method.IsStatic ? method.DeclaringType : "self";
        var call = $"{receiver}.{method.Name}({string.Join(", ", method.Parameters.Select((_, i) => Argument(i)))});";
        writer.Line(method.Return.Kind == ReturnKind.Void ? call : "return " + call);
    }

    private static IEnumerable<(string Type, string Argument, bool IsKey)> Recorded(CallTarget target) =>
        target.Method.Parameters.Select((p, i) => (Parameter: p, Argument: Argument(i))).Where(p => !p.Parameter.IsCancellationToken).Select(p => (p.Parameter.Type, p.Argument, target.Key is not null && string.Equals(p.Parameter.Name, target.Key, StringComparison.Ordinal)));

    private static string Durable(ReturnModel returned, string capture)
    {
        var invoke = $"{GeneratedFile.Definitions}DurableCall.InvokeActivityAsync";
        return returned.Kind switch
        {
            ReturnKind.Task => $"{invoke}({capture})",
            ReturnKind.TaskOfResult => $"{invoke}<{returned.Result}>({capture})",
            ReturnKind.ValueTask => $"new global::System.Threading.Tasks.ValueTask({invoke}({capture}))",
            _ => $"new global::System.Threading.Tasks.ValueTask<{returned.Result}>({invoke}<{returned.Result}>({capture}))",
        };
    }

    private static void WriteCapture(SourceWriter writer, CallTarget target, string suffix)
    {
        var recorded = Recorded(target).ToList();
        var activity = target.Activity is null ? "null" : "Activity" + suffix;
        writer.Line($"private static {GeneratedFile.Definitions}CapturedCall Capture{suffix}({string.Join(", ", recorded.Select(p => p.Type + " " + p.Argument))}) =>");
        writer.Indent();
        writer.Line($"new({GeneratedFile.Definitions}CallKind.{target.Kind}, {TypeText.Literal(target.Name)}, {activity}, [{string.Join(", ", recorded.Select(p => $"new {GeneratedFile.Definitions}CallArgument<{p.Type}>({p.Argument}){(p.IsKey ? " { IsConcurrencyKey = true }" : string.Empty)}"))}]);");
        writer.Outdent();
    }
}
