namespace Holdfast.Protocol.Codec;

internal static class RetryPolicyCodec
{
    public static void WriteRetryPolicy(this ref FieldWriter writer, int field, RetryPolicy? value)
    {
        if (value is null)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        writer.WriteDuration(1, value.InitialInterval);
        writer.WriteDouble(2, value.BackoffCoefficient);
        writer.WriteDuration(3, value.MaximumInterval);
        writer.WriteInt32(4, value.MaximumAttempts);
        for (var i = 0; i < value.NonRetryableErrorTypes.Count; i++)
        {
            writer.WriteRepeatedText(5, value.NonRetryableErrorTypes[i]);
        }

        writer.EndMessage(start);
    }

    public static RetryPolicy ReadRetryPolicy(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var initialInterval = TimeSpan.Zero;
        var backoffCoefficient = 0.0;
        TimeSpan? maximumInterval = null;
        var maximumAttempts = 0;
        List<string>? nonRetryableErrorTypes = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: initialInterval = reader.ReadDuration(); break;
                case 2: backoffCoefficient = reader.ReadDouble(); break;
                case 3: maximumInterval = reader.ReadDuration(); break;
                case 4: maximumAttempts = reader.ReadInt32(); break;
                case 5: (nonRetryableErrorTypes ??= []).Add(reader.ReadName()); break;
                default: reader.Skip(); break;
            }
        }

        return new RetryPolicy
        {
            InitialInterval = initialInterval,
            BackoffCoefficient = backoffCoefficient,
            MaximumInterval = maximumInterval,
            MaximumAttempts = maximumAttempts,
            NonRetryableErrorTypes = nonRetryableErrorTypes?.ToArray() ?? [],
        };
    }
}
