using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Puts interceptors around what they intercept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterceptorChain
{
    /// <summary>Stands interceptors around an innermost one, the first outermost.</summary>
    /// <typeparam name="TInterceptor">The interceptors.</typeparam>
    /// <typeparam name="TCalls">What they intercept.</typeparam>
    /// <param name="interceptors">The interceptors, in the order of their registration.</param>
    /// <param name="innermost">What is called at last.</param>
    /// <param name="intercept">Asks an interceptor to stand around another.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when an interceptor gives null.</exception>
    public static TCalls Around<TInterceptor, TCalls>(IReadOnlyList<TInterceptor> interceptors, TCalls innermost, Func<TInterceptor, TCalls, TCalls?> intercept)
        where TInterceptor : class
        where TCalls : class
    {
        ArgumentNullException.ThrowIfNull(interceptors);
        ArgumentNullException.ThrowIfNull(intercept);
        var chain = innermost;
        for (var i = interceptors.Count - 1; i >= 0; i--)
        {
            chain = intercept(interceptors[i], chain) ?? throw new HoldfastException(ErrorCodes.InvalidArgument, $"Interceptor {interceptors[i].GetType()} gave null; it must give an interceptor, or the next one to stay out.");
        }

        return chain;
    }
}
