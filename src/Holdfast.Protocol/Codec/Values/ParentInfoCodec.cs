namespace Holdfast.Protocol.Codec;

internal static class ParentInfoCodec
{
    public static void WriteParentInfo(this ref FieldWriter writer, int field, ParentInfo? value)
    {
        if (value is null)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        writer.WriteText(1, value.Namespace);
        writer.WriteWorkflowExecution(2, value.Execution);
        writer.WriteInt64(3, value.InitiatedEventId);
        writer.EndMessage(start);
    }

    public static ParentInfo ReadParentInfo(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var @namespace = string.Empty;
        var execution = new WorkflowExecution(string.Empty, RunId.None);
        var initiatedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: @namespace = reader.ReadName(); break;
                case 2: execution = reader.ReadWorkflowExecution(); break;
                case 3: initiatedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new ParentInfo(@namespace, execution, initiatedEventId);
    }
}
