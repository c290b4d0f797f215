namespace Holdfast.Protocol;

/// <summary>Replaces payloads within what holds them. What has nothing to replace is given back as it is, without a copy.</summary>
public static class PayloadRewriting
{
    /// <summary>Replaces payloads of a list.</summary>
    /// <param name="payloads">The list.</param>
    /// <param name="rewrite">Gives the payload itself, or another for it.</param>
    public static Payloads Rewrite(this Payloads payloads, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        ArgumentNullException.ThrowIfNull(rewrite);
        Payload[]? copy = null;
        for (var i = 0; i < payloads.Count; i++)
        {
            var rewritten = rewrite(payloads[i]);
            if (!ReferenceEquals(rewritten, payloads[i]))
            {
                copy ??= [.. payloads];
                copy[i] = rewritten;
            }
        }

        return copy is null ? payloads : Payloads.Of(copy);
    }

    /// <summary>Replaces payloads of named lists.</summary>
    public static PayloadsMap Rewrite(this PayloadsMap map, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (map.Count == 0)
        {
            return map;
        }

        var isChanged = false;
        List<KeyValuePair<string, Payloads>> entries = [];
        foreach (var (name, payloads) in map)
        {
            var rewritten = payloads.Rewrite(rewrite);
            isChanged |= !ReferenceEquals(rewritten, payloads);
            entries.Add(KeyValuePair.Create(name, rewritten));
        }

        return isChanged ? PayloadsMap.Of(entries) : map;
    }

    /// <summary>Replaces payloads of a failure and its causes.</summary>
    public static Failure Rewrite(this Failure failure, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(rewrite);
        failure = With(failure, failure.Info, Rewrite(failure.Info, rewrite), static (f, v) => f with { Info = v });
        failure = With(failure, failure.EncodedAttributes, failure.EncodedAttributes is { } hidden ? rewrite(hidden) : null, static (f, v) => f with { EncodedAttributes = v });
        return With(failure, failure.Cause, failure.Cause?.Rewrite(rewrite), static (f, v) => f with { Cause = v });
    }

    /// <summary>Replaces payloads of the end of an activity attempt.</summary>
    public static ActivityOutcome Rewrite(this ActivityOutcome outcome, Func<Payload, Payload> rewrite) => outcome switch
    {
        ActivityOutcome.Completed o => With(o, o.Result, o.Result.Rewrite(rewrite), static (r, v) => r with { Result = v }),
        ActivityOutcome.Canceled o => With(o, o.Details, o.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        ActivityOutcome.Failed o => With(
            With(o, o.Failure, o.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
            o.LastHeartbeatDetails,
            o.LastHeartbeatDetails?.Rewrite(rewrite),
            static (r, v) => r with { LastHeartbeatDetails = v }),
        _ => outcome,
    };

    /// <summary>Replaces the arguments of an update.</summary>
    public static UpdateRequest Rewrite(this UpdateRequest update, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(update);
        return With(update, update.Input, update.Input.Rewrite(rewrite), static (u, v) => u with { Input = v });
    }

    /// <summary>Replaces the arguments and details of heartbeats of an activity task.</summary>
    public static ActivityTask Rewrite(this ActivityTask task, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(task);
        task = With(task, task.Input, task.Input.Rewrite(rewrite), static (t, v) => t with { Input = v });
        return With(task, task.HeartbeatDetails, task.HeartbeatDetails.Rewrite(rewrite), static (t, v) => t with { HeartbeatDetails = v });
    }

    /// <summary>The record, changed when a part of it was.</summary>
    internal static T With<T, TPart>(T record, TPart before, TPart after, Func<T, TPart, T> change)
        where TPart : class? =>
        ReferenceEquals(before, after) ? record : change(record, after);

    private static FailureInfo Rewrite(FailureInfo info, Func<Payload, Payload> rewrite) => info switch
    {
        FailureInfo.Application i => With(i, i.Details, i.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        FailureInfo.Timeout i => With(i, i.LastHeartbeatDetails, i.LastHeartbeatDetails.Rewrite(rewrite), static (r, v) => r with { LastHeartbeatDetails = v }),
        FailureInfo.Canceled i => With(i, i.Details, i.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        _ => info,
    };
}
