namespace Holdfast.Worker;

/// <summary>The data converter as one run uses it. A converter that wants no context serves every run as it is.</summary>
internal readonly struct RunConverters
{
    private readonly WorkflowRun? _run;

    private RunConverters(WorkflowRun? run, IDataConverter own)
    {
        _run = run;
        Own = own;
    }

    /// <summary>For the run's own payloads.</summary>
    public IDataConverter Own { get; }

    /// <summary>Makes the converters of a run.</summary>
    public static RunConverters Of(IDataConverter converter, WorkflowRun run) => converter is ISerializationContextAware<IDataConverter>
        ? new RunConverters(run, InContext(converter, run, new SerializationContext { Namespace = run.Key.Namespace, WorkflowId = run.Key.WorkflowId, WorkflowType = run.Definition.Name }))
        : new RunConverters(null, converter);

    /// <summary>For an activity's payloads.</summary>
    public IDataConverter OfActivity(string activityType, string activityId) => _run is null
        ? Own
        : InContext(Own, _run, new SerializationContext
        {
            Namespace = _run.Key.Namespace,
            WorkflowId = _run.Key.WorkflowId,
            WorkflowType = _run.Definition.Name,
            ActivityId = activityId,
            ActivityType = activityType,
        });

    /// <summary>For a child workflow's payloads.</summary>
    public IDataConverter OfChild(string workflowType, string workflowId) => _run is null
        ? Own
        : InContext(Own, _run, new SerializationContext { Namespace = _run.Key.Namespace, WorkflowId = workflowId, WorkflowType = workflowType });

    /// <summary>Codecs may fail now and work later, when a key has come: whatever the code makes of the error, the task fails and is tried again.</summary>
    private static IDataConverter InContext(IDataConverter converter, WorkflowRun run, SerializationContext context) => converter switch
    {
        CodecDataConverter codecs => codecs.ForWorkflow(context, run.FailTask),
        ISerializationContextAware<IDataConverter> aware => aware.WithContext(context),
        _ => converter,
    };
}
