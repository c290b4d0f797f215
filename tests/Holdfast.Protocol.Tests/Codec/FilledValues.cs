using System.Globalization;
using System.Text;

namespace Holdfast.Protocol.Tests;

/// <summary>Makes instances whose every property differs from its default, the same ones each time.</summary>
internal sealed class FilledValues
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private int _made;

    public static object Create(Type type) => new FilledValues().Fill(type);

    /// <summary>Every sealed type below the base, by name.</summary>
    public static IEnumerable<Type> CasesOf(Type baseType) =>
        baseType.Assembly.GetTypes()
            .Where(t => t.IsSealed && baseType.IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal);

    private object Fill(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var instance = constructor.Invoke([.. parameters.Select(p => Value(p.ParameterType, p.Name!))]);
        FillProperties(instance, parameters.Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return instance;
    }

    private void FillProperties(object instance, HashSet<string> filled)
    {
        foreach (var property in instance.GetType().GetProperties().Where(p => p.CanWrite && !filled.Contains(p.Name)))
        {
            var defaultValue = property.GetValue(instance);
            var value = property.PropertyType == typeof(bool) ? !(bool)defaultValue! : Value(property.PropertyType, property.Name);
            Assert.NotEqual(defaultValue, value);
            property.SetValue(instance, value);
        }
    }

    private object Value(Type type, string name)
    {
        _made++;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(string) => $"{name}-{_made}-é",
            _ when bare == typeof(long) => 1000L + _made,
            _ when bare == typeof(int) => 1 + _made,
            _ when bare == typeof(bool) => true,
            _ when bare == typeof(double) => 1.5,
            _ when bare == typeof(TimeSpan) => TimeSpan.FromSeconds(_made),
            _ when bare == typeof(DateTimeOffset) => Epoch.AddSeconds(_made),
            _ when bare.IsEnum => Enum.GetValues(bare).Cast<object>().Last(),
            _ when bare == typeof(RunId) => NewRunId(),
            _ when bare == typeof(WorkflowExecution) => new WorkflowExecution($"workflow-{_made}", NewRunId()),
            _ when bare == typeof(ParentInfo) => new ParentInfo("parents", new WorkflowExecution($"parent-{_made}", NewRunId()), _made),
            _ when bare == typeof(Payload) => Json(),
            _ when bare == typeof(Payloads) => Payloads.Of(Json(), WithMetadata(), Payload.Null),
            _ when bare == typeof(PayloadMap) => PayloadMap.Of([new("b", Json()), new("a", WithMetadata())]),
            _ when bare == typeof(PayloadsMap) => PayloadsMap.Of([new("b", Payloads.Of(Json())), new("a", Payloads.Of(WithMetadata(), Payload.Null))]),
            _ when bare == typeof(RetryPolicy) => Fill(bare),
            _ when bare == typeof(Priority) => Fill(bare),
            _ when bare == typeof(IReadOnlyList<string>) => new[] { $"first-{_made}", $"second-{_made}" },
            _ when bare == typeof(ResetPointList) => ResetPointList.Of([(ResetPoint)Fill(typeof(ResetPoint)), (ResetPoint)Fill(typeof(ResetPoint))]),
            _ when bare == typeof(Failure) => NewFailure(),
            _ when bare == typeof(FailureInfo) => Fill(typeof(FailureInfo.Application)),
            _ when bare == typeof(EventAttributes) => Fill(typeof(ActivityTaskCompleted)),
            _ => throw new NotSupportedException($"Say here how a {type} is filled."),
        };
    }

    private Failure NewFailure() => new()
    {
        Message = $"message-{_made}",
        Info = (FailureInfo)Fill(typeof(FailureInfo.Application)),
        Source = "TestSDK",
        StackTrace = "at Somewhere",
        EncodedAttributes = Json(),
        Cause = new Failure { Message = "cause", Info = new FailureInfo.Terminated() },
    };

    private RunId NewRunId() => new(new Guid(0x01020304, 0x0506, 0x7708, 0x89, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, (byte)++_made));

    private Payload Json() => new(Payload.JsonEncoding, Encoding.UTF8.GetBytes((++_made).ToString(CultureInfo.InvariantCulture)));

    private Payload WithMetadata() =>
        new("binary/test", new byte[] { 0, 255, (byte)++_made }, new PayloadMetadata([new("key", new byte[] { 1, 2 }), new("empty", Array.Empty<byte>())]));
}
