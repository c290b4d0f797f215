namespace Holdfast.Generators;

/// <summary>Every diagnostic ID, in numeric order. An ID is never reused; each has a page in docs/errors.</summary>
internal static class DiagnosticIds
{
    public const string RunMethodMissing = "HOLD0001";
    public const string SeveralRunMethods = "HOLD0002";
    public const string RunMethodReturnType = "HOLD0003";
    public const string ConstructorMissing = "HOLD0004";
    public const string DuplicateName = "HOLD0005";
    public const string HandlerNotPublicInstance = "HOLD0006";
    public const string QueryReturnType = "HOLD0007";
    public const string ValidatorMismatch = "HOLD0008";
    public const string UnsupportedSignature = "HOLD0009";
    public const string MalformedTimeout = "HOLD0010";
    public const string NegativeMaximumAttempts = "HOLD0011";
    public const string Inaccessible = "HOLD0012";
    public const string GenericDeclaringType = "HOLD0013";
    public const string CallNotInterceptable = "HOLD0014";
    public const string MethodGroup = "HOLD0015";
    public const string SynchronousActivityInWorkflow = "HOLD0016";
    public const string StructDeclaringType = "HOLD0017";
    public const string CancellationTokenInWorkflow = "HOLD0018";
    public const string HandlerReturnType = "HOLD0019";
    public const string WorkflowMethodNotStatic = "HOLD0020";
    public const string WorkflowInitMismatch = "HOLD0021";
    public const string DynamicSignature = "HOLD0022";
    public const string ReservedName = "HOLD0023";
    public const string InvalidLimit = "HOLD0024";
}
