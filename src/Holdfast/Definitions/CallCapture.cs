using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>
/// Captures the call that a lambda describes. The generator intercepts every call of a workflow, activity, signal, query or update method; while a capture
/// is open on the thread the interceptor records the call here instead of making it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallCapture
{
    [ThreadStatic]
    private static bool _open;

    [ThreadStatic]
    private static CapturedCall? _captured;

    /// <summary>True while a lambda is being read on this thread; interceptors then call <see cref="Record"/> and return the default of their return type.</summary>
    public static bool IsOpen => _open;

    /// <summary>Called by interceptors.</summary>
    public static void Record(CapturedCall call)
    {
        if (_captured is not null)
        {
            throw new HoldfastException(ErrorCodes.CallNotCaptured, $"The lambda makes two calls ('{_captured.Name}' and '{call.Name}'). It must make exactly one; compute arguments before it.");
        }

        _captured = call;
    }

    /// <summary>Runs the lambda with a null receiver and gives the one call that it makes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when it makes none that was intercepted, or two, or one of another kind.</exception>
    public static CapturedCall Read<T, TResult>(Func<T, TResult> lambda, CallKind kind) => Read(static l => l(default!), lambda, kind);

    /// <summary>Runs the lambda with a null receiver and gives the one call that it makes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when it makes none that was intercepted, or two, or one of another kind.</exception>
    public static CapturedCall Read<T>(Action<T> lambda, CallKind kind) => Read(static l => l(default!), lambda, kind);

    /// <summary>Runs the lambda and gives the one call that it makes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when it makes none that was intercepted, or two, or one of another kind.</exception>
    public static CapturedCall Read<TResult>(Func<TResult> lambda, CallKind kind) => Read(static l => l(), lambda, kind);

    private static CapturedCall Read<TLambda, TResult>(Func<TLambda, TResult> run, TLambda lambda, CallKind kind) => Read(l => { _ = run(l); }, lambda, kind);

    private static CapturedCall Read<TLambda>(Action<TLambda> run, TLambda lambda, CallKind kind)
    {
        Invariant.That(!_open, "captures do not nest");
        _open = true;
        try
        {
            run(lambda);
            return Checked(_captured, kind);
        }
        catch (NullReferenceException exception)
        {
            throw NotCaptured(kind, exception);
        }
        finally
        {
            _open = false;
            _captured = null;
        }
    }

    private static CapturedCall Checked(CapturedCall? call, CallKind kind) => call switch
    {
        null => throw NotCaptured(kind, null),
        _ when call.Kind != kind => throw new HoldfastException(ErrorCodes.CallNotCaptured, $"The lambda calls the {Describe(call.Kind)} '{call.Name}', but a call of a {Describe(kind)} is wanted here."),
        _ => call,
    };

    private static HoldfastException NotCaptured(CallKind kind, Exception? inner) =>
        new(ErrorCodes.CallNotCaptured, $"The lambda must be a single call of a {Describe(kind)} method, such as x => x.MethodAsync(argument). No such call was seen: either it calls something else, or the project is built without the Holdfast generator.", inner);

    private static string Describe(CallKind kind) => kind switch
    {
        CallKind.Workflow => "workflow",
        CallKind.Activity => "activity",
        CallKind.Signal => "signal",
        CallKind.Query => "query",
        _ => "update",
    };
}
