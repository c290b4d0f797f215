using System.Reflection;
using System.Runtime.ExceptionServices;
using Holdfast.Definitions;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing;

/// <summary>An activity that is a delegate: its parameters are those of the activity, a cancellation token gets that of the attempt, and it may be asynchronous.</summary>
internal sealed class DelegateActivity
{
    private static readonly MethodInfo GetArgument = typeof(DelegateActivity).GetMethod(nameof(Argument), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo SerializeResult = typeof(DelegateActivity).GetMethod(nameof(Serialize), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Delegate _body;
    private readonly Func<InvocationArguments, CancellationToken, object?>[] _parameters;
    private readonly Type _resultType;

    private DelegateActivity(Delegate body)
    {
        _body = body;
        _resultType = ResultTypeOf(body.Method.ReturnType);
        var index = 0;
        _parameters = [.. body.Method.GetParameters().Select(p => p.ParameterType == typeof(CancellationToken) ? static (_, token) => token : Reader(p, index++))];
    }

    /// <summary>Makes a registration of a delegate.</summary>
    /// <param name="activityType">The activity type that it stands for.</param>
    /// <param name="body">The delegate.</param>
    public static ActivityRegistration Register(string activityType, Delegate body)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityType);
        ArgumentNullException.ThrowIfNull(body);
        DelegateActivity activity = new(body);
        return new ActivityRegistration
        {
            Definition = new ActivityDefinition
            {
                Name = activityType,
                DeclaringType = typeof(DelegateActivity),
                NeedsInstance = false,
                Invoke = (_, arguments, cancellationToken) => activity.InvokeAsync(arguments, cancellationToken),
            },
        };
    }

    /// <summary>Checks that a delegate gives what an activity gives.</summary>
    /// <param name="activityType">The activity type, for the message.</param>
    /// <param name="returnType">What the activity's method returns.</param>
    /// <param name="body">The delegate.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void RequireResult(string activityType, Type returnType, Delegate body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var (wanted, given) = (ResultTypeOf(returnType), ResultTypeOf(body.Method.ReturnType));
        if (!wanted.IsAssignableFrom(given))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The mock of activity '{activityType}' gives {given}, but the activity gives {wanted}. Let it return {wanted} or Task<{wanted}>.");
        }
    }

    private async Task<Payloads> InvokeAsync(InvocationArguments arguments, CancellationToken cancellationToken)
    {
        var result = Call([.. _parameters.Select(p => p(arguments, cancellationToken))]);
        if (result is Task task)
        {
            await task;
            result = _resultType == typeof(void) ? null : task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
        }

        return _resultType == typeof(void) ? Payloads.Empty : (Payloads)SerializeResult.MakeGenericMethod(_resultType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments, result], null)!;
    }

    private object? Call(object?[] values)
    {
        try
        {
            return _body.DynamicInvoke(values);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }

    private static Func<InvocationArguments, CancellationToken, object?> Reader(ParameterInfo parameter, int index)
    {
        var method = GetArgument.MakeGenericMethod(parameter.ParameterType);
        return (arguments, _) => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments, index, parameter.Name ?? string.Empty], null);
    }

    private static T Argument<T>(InvocationArguments arguments, int index, string name) => arguments.Get<T>(index, name);

    private static Payloads Serialize<T>(InvocationArguments arguments, T value) => arguments.Result(value);

    private static Type ResultTypeOf(Type returnType)
    {
        if (returnType == typeof(Task))
        {
            return typeof(void);
        }

        return returnType.IsGenericType && returnType.GetGenericTypeDefinition() == typeof(Task<>) ? returnType.GetGenericArguments()[0] : returnType;
    }
}
