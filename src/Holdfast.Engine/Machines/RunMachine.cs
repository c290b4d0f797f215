using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run state machine: (state, message) → records and effects; (state, record) → state. Pure but for the state it is given.</summary>
/// <remarks>
/// Handling a message and folding the records it yielded on a state that lacked them give the same state, except for what <see cref="RunState"/> names
/// volatile. No message in no state throws; what cannot be taken is refused in <see cref="RunStep.Rejection"/> or changes nothing.
/// </remarks>
public static class RunMachine
{
    /// <summary>Takes a message. The step must have been begun for it; records it yields are already applied.</summary>
    /// <param name="state">The run.</param>
    /// <param name="message">What is asked or reported.</param>
    /// <param name="step">What comes out.</param>
    public static void Handle(RunState state, RunMessage message, RunStep step)
    {
        if (MessageAdmission.Admits(state, message, step))
        {
            MessageDispatch.Handle(state, message, step);
            BufferLimit.Enforce(state, step);
            HistoryLimit.Enforce(state, step);
        }
    }

    /// <summary>Folds one record into the state.</summary>
    /// <param name="state">The run, with every record before this one applied.</param>
    /// <param name="record">The record.</param>
    public static void Apply(RunState state, RunRecord record)
    {
        state.TransitionCount++;
        if (record is HistoryEvent recorded)
        {
            EventFold.Apply(state, recorded);
        }
        else
        {
            TransitionFold.Apply(state, (Transition)record);
        }
    }

    /// <summary>What the parent close policies of a closed run's children ask for, as long as these have not ended for the run.</summary>
    /// <param name="state">The run, closed.</param>
    public static IEnumerable<ApplyParentClosePolicy> OwedParentClosePolicies(RunState state) => RunClosing.OwedParentClosePolicies(state);

    /// <summary>Emits again every effect that a freshly folded state owes. Yields no records.</summary>
    /// <param name="state">The run, all its records applied.</param>
    /// <param name="step">What comes out.</param>
    public static void Resume(RunState state, RunStep step)
    {
        switch (state.Phase)
        {
            case RunPhase.Open:
                Resumption.OfOpenRun(state, step);
                break;
            case RunPhase.Closed:
                Resumption.OfClosedRun(state, step);
                break;
            default:
                break;
        }
    }
}
