namespace Holdfast.Simulation;

/// <summary>What a program must have done when it has ended, read from the program alone.</summary>
internal sealed class ProgramExpectation
{
    /// <summary>How often each counter is counted.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the workflow must fail.</summary>
    public bool Fails { get; private set; }

    /// <summary>What it must give when it does not fail.</summary>
    public ProgramTotals Totals { get; private set; } = ProgramTotals.None;

    public static ProgramExpectation Of(ProgramNode program)
    {
        ProgramExpectation expectation = new();
        expectation.Totals = expectation.Add(program, out var fails);
        expectation.Fails = fails;
        return expectation;
    }

    private ProgramTotals Add(ProgramNode node, out bool fails)
    {
        fails = node.Op == ProgramOp.Fail;
        if (node.Op is ProgramOp.Count or ProgramOp.Compute or ProgramOp.Update or ProgramOp.LocalCount or ProgramOp.HeartbeatCount or ProgramOp.Race or ProgramOp.Linger)
        {
            Counts[node.Name] = Counts.GetValueOrDefault(node.Name) + 1;
        }

        var own = new ProgramTotals(node.Op is ProgramOp.Signal or ProgramOp.AwaitSignal ? 1 : 0, node.Op == ProgramOp.Update ? 1 : 0, 1);
        var ofChildren = ProgramTotals.None;
        foreach (var child in node.Children)
        {
            ofChildren = ofChildren.Plus(Add(child, out var childFails));
            fails |= childFails;
        }

        switch (node.Op)
        {
            case ProgramOp.FailingChild:
                fails = false;
                return own;
            case ProgramOp.Child or ProgramOp.SignalChild or ProgramOp.ContinueAsNew:
                // The parts run as a sequence, which is a step too.
                return own.Plus(ofChildren).Plus(new ProgramTotals(0, 0, 1));
            default:
                return own.Plus(ofChildren);
        }
    }
}
