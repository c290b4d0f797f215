using System.Globalization;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>Writes the lambdas that read serialised arguments, call a method and convert its result.</summary>
internal static class InvokerWriter
{
    private const string NoResult = GeneratedFile.Protocol + "Payloads.Empty";

    /// <summary>Writes an activity's invoker, which passes the cancellation token on.</summary>
    public static void WriteActivity(SourceWriter writer, string property, MethodModel method) =>
        WriteAsync(writer, $"{property} = static async (instance, arguments, cancellationToken) =>", method, "cancellationToken", ",");

    /// <summary>Writes the invoker of workflow code, a signal or an update.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">What stands before the lambda.</param>
    /// <param name="method">The method.</param>
    /// <param name="suffix">What stands behind the lambda.</param>
    public static void WriteWorkflow(SourceWriter writer, string target, MethodModel method, string suffix = ",") =>
        WriteAsync(writer, $"{target}static async (instance, arguments) =>", method, "default", suffix);

    /// <summary>A query's handler as one expression.</summary>
    public static string Query(MethodModel method) => $"static (instance, arguments) => arguments.Result<{method.Return.Result}>({Call(method, "default")})";

    /// <summary>An update's validator as one expression.</summary>
    public static string Validator(MethodModel update, string validator) =>
        $"static (instance, arguments) => {Call(update with { Name = validator }, "default")}";

    private static void WriteAsync(SourceWriter writer, string header, MethodModel method, string token, string suffix)
    {
        writer.Line(header);
        writer.Open();
        WriteBody(writer, method, Call(method, token));
        writer.Close(suffix);
    }

    private static void WriteBody(SourceWriter writer, MethodModel method, string call)
    {
        var awaited = method.Return.IsAwaited ? "await " + call : call;
        if (method.Return.Result is { } result)
        {
            writer.Line($"return arguments.Result<{result}>({awaited});");
        }
        else
        {
            writer.Line(awaited + ";");
            writer.Line($"return {NoResult};");
        }
    }

    /// <summary>The call of the constructor that takes the run's arguments, as one expression.</summary>
    public static string Constructor(string type, MethodModel run) => $"static arguments => new {type}({string.Join(", ", Arguments(run, "default"))})";

    private static string Call(MethodModel method, string token)
    {
        var receiver = method.IsStatic ? method.DeclaringType : $"(({method.DeclaringType})instance!)";
        return $"{receiver}.{method.Name}({string.Join(", ", Arguments(method, token))})";
    }

    private static IEnumerable<string> Arguments(MethodModel method, string token)
    {
        var index = 0;
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.IsCancellationToken ? token : method.IsDynamic ? DynamicArgument(parameter) : Argument(parameter, index++);
        }
    }

    private static string DynamicArgument(ParameterModel parameter) =>
        parameter.Type.StartsWith(HoldfastNames.RawArguments, StringComparison.Ordinal) ? "arguments.ToRaw()" : "arguments.Name";

    private static string Argument(ParameterModel parameter, int index)
    {
        var position = index.ToString(CultureInfo.InvariantCulture);
        return parameter.Default is { } defaultValue
            ? $"arguments.GetOrDefault<{parameter.Type}>({position}, {defaultValue})"
            : $"arguments.Get<{parameter.Type}>({position}, {TypeText.Literal(parameter.Name)})";
    }
}
