using System.Buffers;
using System.Collections.Immutable;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of <see cref="TaskQueueLimits"/>, as the settled store holds those that were set by a client. Fields may be added; what is not known is passed over.</summary>
public static class TaskQueueLimitsCodec
{
    /// <summary>Writes the limits; gives the number of bytes.</summary>
    public static int Write(IBufferWriter<byte> writer, TaskQueueLimits limits)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        WriteRate(ref fields, 1, limits.ActivitiesPerSecond);
        WriteRate(ref fields, 2, limits.ActivitiesPerSecondPerFairnessKey);
        fields.WriteInt32(3, limits.MaxConcurrentActivities);
        fields.WriteInt32(4, limits.MaxConcurrentActivitiesPerKey);
        WriteCounts(ref fields, 5, limits.MaxConcurrentActivitiesByType);
        WriteStarts(ref fields, 6, string.Empty, limits.WorkflowStarts);
        WriteStarts(ref fields, 7, string.Empty, limits.WorkflowStartsPerKey);
        WriteStarts(ref fields, 8, limits.WorkflowStartsByType);
        WriteStarts(ref fields, 9, limits.WorkflowStartsPerKeyByType);
        WriteCounts(ref fields, 10, limits.MaxConcurrentActivitiesPerKeyByType);
        WriteRates(ref fields, 11, limits.ActivitiesPerSecondByType);
        WriteRate(ref fields, 12, limits.ActivitiesPerSecondPerKey);
        WriteRates(ref fields, 13, limits.ActivitiesPerSecondPerKeyByType);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static TaskQueueLimits Read(ReadOnlySpan<byte> source)
    {
        var reader = new FieldReader(source);
        var limits = new TaskQueueLimits();
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: limits = limits with { ActivitiesPerSecond = reader.ReadDouble() }; break;
                case 2: limits = limits with { ActivitiesPerSecondPerFairnessKey = reader.ReadDouble() }; break;
                case 3: limits = limits with { MaxConcurrentActivities = reader.ReadInt32() }; break;
                case 4: limits = limits with { MaxConcurrentActivitiesPerKey = reader.ReadInt32() }; break;
                case 5: limits = limits with { MaxConcurrentActivitiesByType = ReadCount(limits.MaxConcurrentActivitiesByType, reader.ReadMessage()) }; break;
                case 6: limits = limits with { WorkflowStarts = ReadStarts(reader.ReadMessage()).Limit }; break;
                case 7: limits = limits with { WorkflowStartsPerKey = ReadStarts(reader.ReadMessage()).Limit }; break;
                case 8: limits = limits with { WorkflowStartsByType = ReadStarts(limits.WorkflowStartsByType, reader.ReadMessage()) }; break;
                case 9: limits = limits with { WorkflowStartsPerKeyByType = ReadStarts(limits.WorkflowStartsPerKeyByType, reader.ReadMessage()) }; break;
                case 10: limits = limits with { MaxConcurrentActivitiesPerKeyByType = ReadCount(limits.MaxConcurrentActivitiesPerKeyByType, reader.ReadMessage()) }; break;
                case 11: limits = limits with { ActivitiesPerSecondByType = ReadRate(limits.ActivitiesPerSecondByType, reader.ReadMessage()) }; break;
                case 12: limits = limits with { ActivitiesPerSecondPerKey = reader.ReadDouble() }; break;
                case 13: limits = limits with { ActivitiesPerSecondPerKeyByType = ReadRate(limits.ActivitiesPerSecondPerKeyByType, reader.ReadMessage()) }; break;
                default: reader.Skip(); break;
            }
        }

        return limits;
    }

    private static void WriteCounts(ref FieldWriter fields, int field, ImmutableDictionary<string, int> byType)
    {
        foreach (var (type, most) in byType.OrderBy(static l => l.Key, StringComparer.Ordinal))
        {
            var start = fields.BeginMessage(field);
            fields.WriteText(1, type);
            fields.WriteInt32(2, most);
            fields.EndMessage(start);
        }
    }

    private static void WriteRates(ref FieldWriter fields, int field, ImmutableDictionary<string, double> byType)
    {
        foreach (var (type, perSecond) in byType.OrderBy(static l => l.Key, StringComparer.Ordinal))
        {
            var start = fields.BeginMessage(field);
            fields.WriteText(1, type);
            fields.WriteDouble(2, perSecond);
            fields.EndMessage(start);
        }
    }

    private static void WriteRate(ref FieldWriter fields, int field, double? rate)
    {
        if (rate is { } perSecond)
        {
            fields.WriteDouble(field, perSecond);
        }
    }

    private static void WriteStarts(ref FieldWriter fields, int field, ImmutableDictionary<string, StartLimit> byType)
    {
        foreach (var (type, limit) in byType.OrderBy(static l => l.Key, StringComparer.Ordinal))
        {
            WriteStarts(ref fields, field, type, limit);
        }
    }

    private static void WriteStarts(ref FieldWriter fields, int field, string type, StartLimit? limit)
    {
        if (limit is null)
        {
            return;
        }

        var start = fields.BeginMessage(field);
        fields.WriteText(1, type);
        fields.WriteInt32(2, limit.MaxConcurrent);
        WriteRate(ref fields, 3, limit.StartsPerSecond);
        fields.WriteInt32(4, (int)limit.Policy);
        fields.WriteInt32(5, (int)limit.ReplacedRuns);
        fields.WriteDuration(6, limit.QuietPeriod);
        fields.WriteDuration(7, limit.MaximumDelay);
        fields.EndMessage(start);
    }

    private static ImmutableDictionary<string, double> ReadRate(ImmutableDictionary<string, double> before, FieldReader reader)
    {
        var type = string.Empty;
        var perSecond = 0d;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: type = reader.ReadName(); break;
                case 2: perSecond = reader.ReadDouble(); break;
                default: reader.Skip(); break;
            }
        }

        return before.SetItem(type, perSecond);
    }

    private static ImmutableDictionary<string, int> ReadCount(ImmutableDictionary<string, int> before, FieldReader reader)
    {
        var type = string.Empty;
        var most = 0;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: type = reader.ReadName(); break;
                case 2: most = reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return before.SetItem(type, most);
    }

    private static ImmutableDictionary<string, StartLimit> ReadStarts(ImmutableDictionary<string, StartLimit> before, FieldReader reader)
    {
        var (type, limit) = ReadStarts(reader);
        return before.SetItem(type, limit);
    }

    private static (string Type, StartLimit Limit) ReadStarts(FieldReader reader)
    {
        var type = string.Empty;
        var limit = new StartLimit();
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: type = reader.ReadName(); break;
                case 2: limit = limit with { MaxConcurrent = reader.ReadInt32() }; break;
                case 3: limit = limit with { StartsPerSecond = reader.ReadDouble() }; break;
                case 4: limit = limit with { Policy = (StartLimitPolicy)reader.ReadInt32() }; break;
                case 5: limit = limit with { ReplacedRuns = (ReplacedRunAction)reader.ReadInt32() }; break;
                case 6: limit = limit with { QuietPeriod = reader.ReadDuration() }; break;
                case 7: limit = limit with { MaximumDelay = reader.ReadDuration() }; break;
                default: reader.Skip(); break;
            }
        }

        return (type, limit);
    }
}
