using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Starts that take the place of others: the newest of those that wait stays, and those that began first have to go for it.</summary>
internal static class Replacement
{
    /// <summary>Sees to it that the newest run that waits at the lane's limits will have a place.</summary>
    public static void Displace(StartLane lane, List<DisplacedRun> displaced, bool isOpen)
    {
        foreach (var pool in lane.Pools)
        {
            if (isOpen && pool.Limit is { Policy: StartLimitPolicy.Replaced, MaxConcurrent: { } most } limit)
            {
                Displace(pool, most, limit.ReplacedRuns, displaced);
            }
        }
    }

    /// <summary>Another run takes the place of this one.</summary>
    public static void TellToGo(StartTicket ticket, ReplacedRunAction action, WorkflowExecution by, List<DisplacedRun> displaced)
    {
        if (!ticket.IsToldToGo)
        {
            ticket.IsToldToGo = true;
            ticket.Lane.Waiting.Remove(ticket);
            displaced.Add(new DisplacedRun(ticket.Workflow, ticket.RunId, action, by));
        }
    }

    private static void Displace(StartPool pool, int most, ReplacedRunAction action, List<DisplacedRun> displaced)
    {
        StartTicket? newest = null;
        foreach (var waiting in pool.Members.Reverse().Where(static t => t is { Waits: true, Lane.Kind.IsChild: false }).ToList())
        {
            if (newest is null)
            {
                newest = waiting;
            }
            else
            {
                TellToGo(waiting, ReplacedRunAction.Terminate, Name(newest), displaced);
            }
        }

        if (newest is null)
        {
            return;
        }

        List<StartTicket> held = [.. pool.Members.Where(static t => t is { State: StartPermitState.Held, Lane.Kind.IsChild: false })];
        if (held.Count(t => StartTicket.ByStart.Compare(t, newest) > 0) >= most)
        {
            TellToGo(newest, ReplacedRunAction.Terminate, Name(held[^1]), displaced); // those that took its place began; a crash came before it was told
            return;
        }

        foreach (var first in held.Take(pool.Held - most + 1))
        {
            TellToGo(first, action, Name(newest), displaced);
        }
    }

    private static WorkflowExecution Name(StartTicket ticket) => new(ticket.Workflow.WorkflowId, ticket.RunId);
}
