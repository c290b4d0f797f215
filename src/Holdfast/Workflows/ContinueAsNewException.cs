using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Thrown out of workflow code to close the run and start another of the same workflow ID. Made by Workflow.ContinueAsNew.</summary>
public sealed class ContinueAsNewException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="workflowType">Workflow type of the new run.</param>
    /// <param name="input">Arguments of the new run.</param>
    /// <param name="options">How the new run differs.</param>
    /// <param name="headers">What goes along to the interceptors of the new run. Default: nothing.</param>
    public ContinueAsNewException(string workflowType, Payloads input, ContinueAsNewOptions? options, PayloadMap? headers = null)
        : base($"Continues as a new run of '{workflowType}'. Throw this out of the workflow's code.")
    {
        WorkflowType = workflowType;
        Input = input;
        Options = options ?? new ContinueAsNewOptions();
        Headers = headers ?? PayloadMap.Empty;
    }

    /// <summary>Workflow type of the new run.</summary>
    public string WorkflowType { get; }

    /// <summary>Arguments of the new run.</summary>
    public Payloads Input { get; }

    /// <summary>How the new run differs.</summary>
    public ContinueAsNewOptions Options { get; }

    /// <summary>What goes along to the interceptors of the new run.</summary>
    public PayloadMap Headers { get; }
}
