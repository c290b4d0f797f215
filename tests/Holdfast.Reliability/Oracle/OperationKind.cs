namespace Holdfast.Reliability;

/// <summary>What a client, or whoever runs the host, can do; and what workflow code does when a client says so.</summary>
internal enum OperationKind
{
    // Runs.
    Start,
    SignalWithStart,
    UpdateWithStart,
    Signal,
    Update,
    RejectedUpdate,
    PollUpdate,
    Work,
    Query,
    Cancel,
    Terminate,
    Finish,
    Fail,
    Pause,
    Unpause,
    Result,
    Reset,
    Delete,
    Describe,
    UpdatePriority,

    // Lists.
    List,
    Count,

    // What code does.
    Timer,
    Activity,
    LocalActivity,
    Child,
    SignalOther,
    CancelOther,
    CancelItem,
    Patch,
    Memo,
    Attribute,
    ContinueAsNew,
    BreakTask,

    // Single activities.
    CompleteActivity,
    FailActivity,
    ConfirmCancellation,
    Heartbeat,
    PauseActivity,
    UnpauseActivity,
    ResetActivity,
    UpdateActivityOptions,
    RestoreActivityOptions,

    // Activities without a workflow.
    StartJob,
    JobResult,
    CancelJob,
    TerminateJob,
    DeleteJob,
    CompleteJob,
    FailJob,
    PauseJob,
    UnpauseJob,
    ResetJob,
    UpdateJobOptions,
    RestoreJobOptions,
    ListJobs,
    CountJobs,

    // Namespaces and task queues.
    RegisterNamespace,
    DescribeNamespace,
    UpdateNamespace,
    DeprecateNamespace,
    DeleteNamespace,
    ListNamespaces,
    AddSearchAttribute,
    RemoveSearchAttribute,
    ListSearchAttributes,
    CreateRule,
    DescribeRule,
    DeleteRule,
    ListRules,
    SetLimits,
    DescribeTaskQueue,

    // The world.
    Blob,
    Advance,
    RestartHost,
}
