namespace Holdfast.Protocol.Codec;

internal static class PriorityCodec
{
    public static void WritePriority(this ref FieldWriter writer, int field, Priority? value)
    {
        if (value is null)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        writer.WriteInt32(1, value.PriorityKey);
        writer.WriteText(2, value.FairnessKey);
        writer.WriteDouble(3, value.FairnessWeight);
        writer.EndMessage(start);
    }

    public static Priority ReadPriority(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var priorityKey = 0;
        var fairnessKey = string.Empty;
        var fairnessWeight = 0.0;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: priorityKey = reader.ReadInt32(); break;
                case 2: fairnessKey = reader.ReadName(); break;
                case 3: fairnessWeight = reader.ReadDouble(); break;
                default: reader.Skip(); break;
            }
        }

        return new Priority { PriorityKey = priorityKey, FairnessKey = fairnessKey, FairnessWeight = fairnessWeight };
    }
}
