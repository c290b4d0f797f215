using Holdfast.Definitions;

namespace Holdfast.Generators.EndToEnd.Tests;

internal static class CapturedCallText
{
    /// <summary>The call as one line: kind, name, serialised arguments.</summary>
    public static string Describe(this CapturedCall call) => $"{call.Kind} {call.Name}({CallArgument.ToPayloads(call.Arguments, JsonTestConverter.Instance)})";
}
