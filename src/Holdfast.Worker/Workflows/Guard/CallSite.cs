using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Reads from a stack trace which framework call user code made, and where.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only names for a message are read; a frame whose metadata was trimmed is passed over.")]
internal static class CallSite
{
    private static readonly string[] FrameworkPrefixes = ["System.", "Microsoft."];

    private static readonly HashSet<Assembly> OwnAssemblies = [typeof(object).Assembly, typeof(CallSite).Assembly, typeof(Workflow).Assembly, typeof(Invariant).Assembly];

    /// <summary>The innermost frame of workflow code and the framework call above it; null when none is on the stack.</summary>
    public static ForeignCall? Find(StackTrace stack, bool isCertain)
    {
        MethodBase? api = null;
        foreach (var frame in stack.GetFrames())
        {
            if (frame.GetMethod() is not { } method)
            {
                continue;
            }

            if (method.DeclaringType == typeof(WorkflowScheduler))
            {
                return null;
            }

            if (IsUserCode(method))
            {
                return new ForeignCall(Name(api), Place(method, frame), isCertain);
            }

            api = IsPlumbing(method) ? api : method;
        }

        return null;
    }

    /// <summary>The frames of workflow code, the innermost first.</summary>
    public static IReadOnlyList<UserFrame> FramesOfUser(StackTrace stack) =>
    [
        .. from frame in stack.GetFrames()
           let method = frame.GetMethod()
           where method is not null && IsUserCode(method)
           select new UserFrame(UserName(method), frame.GetFileName(), frame.GetFileLineNumber()),
    ];

    private static bool IsUserCode(MethodBase method) =>
        method.DeclaringType is { } type
        && !OwnAssemblies.Contains(type.Assembly)
        && !IsFramework(type.Assembly.GetName().Name ?? string.Empty)
        && !string.Equals(type.Namespace, "Holdfast.Generated", StringComparison.Ordinal);

    private static bool IsFramework(string assemblyName) => Array.Exists(FrameworkPrefixes, p => assemblyName.StartsWith(p, StringComparison.Ordinal));

    /// <summary>What the compiler puts between user code and what it calls.</summary>
    private static bool IsPlumbing(MethodBase method) =>
        method.DeclaringType?.Namespace is "System.Runtime.CompilerServices" or "System.Diagnostics.Tracing"
        || string.Equals(method.DeclaringType?.Name, "TplEventSource", StringComparison.Ordinal)
        || method.DeclaringType?.Assembly == typeof(CallSite).Assembly;

    private static string Name(MethodBase? method) => method is null ? string.Empty : $"{TypeName(method.DeclaringType)}.{method.Name}";

    private static string Place(MethodBase method, StackFrame frame)
    {
        var name = UserName(method);
        return frame.GetFileName() is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{name} ({Path.GetFileName(file)}:line {frame.GetFileLineNumber()})")
            : name;
    }

    /// <summary>The method as the user wrote it: for the MoveNext of a state machine or a lambda, the method that holds it.</summary>
    private static string UserName(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = Unmangle(method.Name);
        while (type is { IsNested: true } && type.Name.StartsWith('<'))
        {
            name = type.Name.Contains('>', StringComparison.Ordinal) && !type.Name.StartsWith("<>", StringComparison.Ordinal) ? Unmangle(type.Name) : name;
            type = type.DeclaringType;
        }

        return $"{TypeName(type)}.{name}";
    }

    private static string Unmangle(string name)
    {
        var start = name.LastIndexOf('<');
        var end = name.IndexOf('>', StringComparison.Ordinal);
        return start >= 0 && end > start + 1 ? name[(start + 1)..end] : name;
    }

    private static string TypeName(Type? type)
    {
        var name = type?.Name ?? "?";
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }
}
