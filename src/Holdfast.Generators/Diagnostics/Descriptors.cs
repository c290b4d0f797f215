using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Diagnostics;

/// <summary>The diagnostics' texts.</summary>
internal static class Descriptors
{
    private const string HelpRoot = "https://github.com/holdfast-dev/holdfast/blob/main/docs/errors/";

    public static readonly DiagnosticDescriptor RunMethodMissing = Error(
        DiagnosticIds.RunMethodMissing, "A workflow class needs a run method", "Workflow '{0}' has no public instance method named RunAsync: add one that returns Task or Task<T>");

    public static readonly DiagnosticDescriptor SeveralRunMethods = Error(
        DiagnosticIds.SeveralRunMethods, "A workflow class has one run method", "Workflow '{0}' has several public methods named RunAsync: keep one");

    public static readonly DiagnosticDescriptor RunMethodReturnType = Error(
        DiagnosticIds.RunMethodReturnType, "Workflow code returns Task or Task<T>", "Workflow method '{0}' returns {1}: it must return Task or Task<T>");

    public static readonly DiagnosticDescriptor ConstructorMissing = Error(
        DiagnosticIds.ConstructorMissing, "A workflow class must be creatable without arguments", "Workflow '{0}' cannot be created with new {0}(): it needs a public constructor without parameters, must not be abstract or static, and must have no required members");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        DiagnosticIds.DuplicateName, "Names are unique", "The {0} name '{1}' is used twice: rename one of the methods, or give one another name by the attribute's Name");

    public static readonly DiagnosticDescriptor HandlerNotPublicInstance = Error(
        DiagnosticIds.HandlerNotPublicInstance, "Handlers are public instance methods", "The {0} handler '{1}' must be a public instance method");

    public static readonly DiagnosticDescriptor QueryReturnType = Error(
        DiagnosticIds.QueryReturnType, "A query returns its answer at once", "The query handler '{0}' returns {1}: it must return a value, and not a task");

    public static readonly DiagnosticDescriptor ValidatorMismatch = Error(
        DiagnosticIds.ValidatorMismatch, "An update's validator takes the update's parameters", "The update handler '{0}' names the validator '{1}': there must be one public instance method of that name that returns void and has the same parameters");

    public static readonly DiagnosticDescriptor UnsupportedSignature = Error(
        DiagnosticIds.UnsupportedSignature, "Calls are recorded with serialised arguments", "'{0}' cannot be recorded: {1}");

    public static readonly DiagnosticDescriptor MalformedTimeout = Error(
        DiagnosticIds.MalformedTimeout, "A timeout is a TimeSpan of more than zero", "{0} of activity '{1}' is \"{2}\": write a TimeSpan of more than zero, such as \"00:05:00\"");

    public static readonly DiagnosticDescriptor NegativeMaximumAttempts = Error(
        DiagnosticIds.NegativeMaximumAttempts, "MaximumAttempts is 0 or more", "MaximumAttempts of activity '{0}' is {1}: write 0 (no limit) or more");

    public static readonly DiagnosticDescriptor Inaccessible = Error(
        DiagnosticIds.Inaccessible, "Workflows and activities are visible to generated code", "'{0}' is not visible to the rest of its assembly: make it and the types around it public or internal");

    public static readonly DiagnosticDescriptor GenericDeclaringType = Error(
        DiagnosticIds.GenericDeclaringType, "Workflows and activities have no type parameters", "'{0}' is generic or lies in a generic type, so its name stands for no single method: use a type without type parameters");

    public static readonly DiagnosticDescriptor CallNotInterceptable = Error(
        DiagnosticIds.CallNotInterceptable, "This call cannot be recorded", "The call of '{0}' cannot be recorded because {1}");

    public static readonly DiagnosticDescriptor MethodGroup = Warning(
        DiagnosticIds.MethodGroup, "A delegate bypasses recording", "'{0}' is converted to a delegate, and calls through a delegate are not recorded: use a lambda that calls it");

    public static readonly DiagnosticDescriptor SynchronousActivityInWorkflow = Error(
        DiagnosticIds.SynchronousActivityInWorkflow, "A synchronous activity cannot be awaited", "Activity '{0}' returns {1}, so this direct call in a workflow would run it in place: let it return a task, or execute it with a lambda");

    public static readonly DiagnosticDescriptor StructDeclaringType = Error(
        DiagnosticIds.StructDeclaringType, "Activities belong to classes, interfaces or static types", "Instance activity '{0}' lies in a struct: use a class");

    public static readonly DiagnosticDescriptor CancellationTokenInWorkflow = Error(
        DiagnosticIds.CancellationTokenInWorkflow, "Workflow code takes no CancellationToken", "'{0}' has a CancellationToken parameter, which nobody can pass: use the workflow's own token");

    public static readonly DiagnosticDescriptor HandlerReturnType = Error(
        DiagnosticIds.HandlerReturnType, "Handlers return what can be awaited", "The {0} handler '{1}' returns {2}: it must return {3}");

    public static readonly DiagnosticDescriptor WorkflowMethodNotStatic = Error(
        DiagnosticIds.WorkflowMethodNotStatic, "A workflow method is static", "Workflow method '{0}' must be static: or mark the class and name the method RunAsync");

    public static readonly DiagnosticDescriptor WorkflowInitMismatch = Error(
        DiagnosticIds.WorkflowInitMismatch, "A workflow's constructor takes the run's arguments", "The [WorkflowInit] constructor of workflow '{0}' must be its only one with that mark, public, and have the parameters of RunAsync");

    public static readonly DiagnosticDescriptor DynamicSignature = Error(
        DiagnosticIds.DynamicSignature, "A catch-all method takes arguments unread", "'{0}' is Dynamic: its parameters must be {1}");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        DiagnosticIds.ReservedName, "Names that begin with two underscores are reserved", "The name '{0}' begins with two underscores, which Holdfast keeps for its own: choose another");

    public static readonly DiagnosticDescriptor InvalidLimit = Error(
        DiagnosticIds.InvalidLimit, "A limit that an attribute declares can hold", "The limits of '{0}' cannot hold: {1}");

    private static readonly DiagnosticDescriptor[] Definitions =
    [
        RunMethodMissing, SeveralRunMethods, RunMethodReturnType, ConstructorMissing, DuplicateName, HandlerNotPublicInstance, QueryReturnType, ValidatorMismatch,
        UnsupportedSignature, MalformedTimeout, NegativeMaximumAttempts, Inaccessible, GenericDeclaringType, StructDeclaringType, CancellationTokenInWorkflow,
        HandlerReturnType, WorkflowMethodNotStatic, WorkflowInitMismatch, DynamicSignature, ReservedName, InvalidLimit,
    ];

    /// <summary>The descriptor of a diagnostic about a definition.</summary>
    public static DiagnosticDescriptor Of(string id) => Definitions.First(d => string.Equals(d.Id, id, StringComparison.Ordinal));

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Holdfast", severity, isEnabledByDefault: true, helpLinkUri: HelpRoot + id + ".md");
}
