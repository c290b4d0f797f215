namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionCodec
{
    public static void WriteWorkflowExecution(this ref FieldWriter writer, int field, WorkflowExecution value)
    {
        if (string.IsNullOrEmpty(value.WorkflowId) && value.RunId.IsNone)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        writer.WriteText(1, value.WorkflowId);
        writer.WriteRunId(2, value.RunId);
        writer.EndMessage(start);
    }

    public static WorkflowExecution ReadWorkflowExecution(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var workflowId = string.Empty;
        var runId = RunId.None;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: workflowId = reader.ReadText(); break;
                case 2: runId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecution(workflowId, runId);
    }
}
