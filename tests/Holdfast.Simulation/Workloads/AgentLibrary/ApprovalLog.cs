using System.Globalization;
using Holdfast.Agents;

namespace Holdfast.Simulation;

/// <summary>What people decided about tool calls, and what was done.</summary>
public sealed class ApprovalLog
{
    private readonly Dictionary<(string WorkflowId, string CallId), List<SentDecision>> _sent = [];

    /// <summary>Calls that were made though nobody had approved them, or with other arguments.</summary>
    public IList<string> Problems { get; } = [];

    /// <summary>A decision is about to be sent.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="resolution">The decision.</param>
    /// <param name="value">The argument with which the call may be made then; null when it may not.</param>
    internal SentDecision Send(string workflowId, ApprovalResolution resolution, int? value)
    {
        SentDecision decision = new(resolution, value);
        if (!_sent.TryGetValue((workflowId, resolution.CallId), out var sent))
        {
            _sent[(workflowId, resolution.CallId)] = sent = [];
        }

        sent.Add(decision);
        return decision;
    }

    /// <summary>What was sent about a call and not refused.</summary>
    internal IReadOnlyList<SentDecision> Of(string workflowId, string callId) => [.. _sent.GetValueOrDefault((workflowId, callId), []).Where(d => !d.IsRefused)];

    /// <summary>A tool that needs an approval is used.</summary>
    internal void Use(string workflowId, string callId, int value)
    {
        if (!Of(workflowId, callId).Any(d => d.Value == value))
        {
            Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{workflowId}: call {callId} was made with {value}, which nobody had approved"));
        }
    }

    /// <summary>A decision on its way.</summary>
    internal sealed class SentDecision(ApprovalResolution resolution, int? value)
    {
        public ApprovalResolution Resolution => resolution;

        public int? Value => value;

        /// <summary>The workflow did not take it.</summary>
        public bool IsRefused { get; set; }

        /// <summary>The workflow said that it took it.</summary>
        public bool IsTaken { get; set; }
    }
}
