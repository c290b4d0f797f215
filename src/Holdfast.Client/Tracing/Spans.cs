using System.Diagnostics;

namespace Holdfast.Interception;

/// <summary>Makes spans.</summary>
internal static class Spans
{
    /// <summary>The source of all spans.</summary>
    public static readonly ActivitySource Source = new(TracingInterceptor.SourceName);

    /// <summary>True while somebody listens.</summary>
    public static bool AreWanted => Source.HasListeners();

    /// <summary>Notes why what a span stands for failed; a benign failure is no error.</summary>
    public static void Fail(Activity? span, Exception exception)
    {
        if (span is null)
        {
            return;
        }

        if (exception is not ApplicationFailureException { Category: Protocol.FailureCategory.Benign })
        {
            span.SetStatus(ActivityStatusCode.Error, exception.Message);
        }

        span.AddException(exception);
    }
}
