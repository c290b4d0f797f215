namespace Holdfast.Simulation;

/// <summary>Makes programs from a seed.</summary>
/// <param name="chance">The seed.</param>
/// <param name="id">Begins the names that it gives.</param>
/// <param name="use">What will be done to its runs.</param>
internal sealed class ProgramGenerator(Random chance, string id, ProgramUse use = ProgramUse.Undisturbed)
{
    private const int MostDepth = 3;
    private const int CountersPerProgram = 3;
    private const int KindsOfSteps = 16;
    private const int KindsOfGroups = 6;
    private const int MostInCrowd = 14;
    private const int MostPayloadBytes = 1_500;
    private int _names;
    private int _childrenAround;

    private bool MaySignal => use != ProgramUse.Deleted && (use != ProgramUse.Reset || _childrenAround == 0);

    private bool MayUpdate => MaySignal && use != ProgramUse.Paused;

    /// <summary>A child of an earlier run may still be there: it is waited for, and must then end by itself.</summary>
    private bool MayMeetChildren => use is ProgramUse.Reset or ProgramUse.Deleted;

    /// <summary>A whole program: a sequence that may continue as new and may fail at the end.</summary>
    public ProgramNode Next() => Workflow(depth: 0, nodes: chance.Next(2, 9), mayFail: true, runs: use == ProgramUse.Reset ? 0 : chance.Next(3));

    /// <summary>Such a program, behind more activities at a time than may run: some of them wait.</summary>
    public ProgramNode NextCrowded() => Node(ProgramOp.Sequence, string.Empty, 0, [Crowd(), .. Next().Children]);

    private ProgramNode Crowd() => Node(ProgramOp.Parallel, string.Empty, 0, [.. Enumerable.Range(0, chance.Next(4, MostInCrowd + 1)).Select(_ => Node(ProgramOp.Linger, Counter(), chance.Next(2_000)))]);

    private ProgramNode Workflow(int depth, int nodes, bool mayFail, int runs)
    {
        List<ProgramNode> parts = [.. Parts(depth, nodes, isAlone: true)];
        if (runs > 0 && chance.Next(3) == 0)
        {
            parts.Add(Node(ProgramOp.ContinueAsNew, string.Empty, 0, Workflow(depth, Math.Max(1, nodes / 2), mayFail, runs - 1).Children));
        }
        else if (mayFail && chance.Next(6) == 0)
        {
            parts.Add(Node(ProgramOp.Fail, id, 0));
        }

        return Node(ProgramOp.Sequence, string.Empty, 0, parts);
    }

    private List<ProgramNode> Parts(int depth, int count, bool isAlone) => [.. Enumerable.Range(0, count).Select(_ => Part(depth, isAlone))];

    /// <summary>One step, or a group of steps.</summary>
    /// <param name="depth">How deep in the program.</param>
    /// <param name="isAlone">False beside other branches of the same run: local activities that a crash repeats may then be asked for in another order, under one another's keys.</param>
    private ProgramNode Part(int depth, bool isAlone) => (depth < MostDepth ? chance.Next(KindsOfSteps + KindsOfGroups) : chance.Next(KindsOfSteps)) switch
    {
        0 or 1 => Node(ProgramOp.Count, Counter(), 0),
        2 => Node(ProgramOp.Count, Counter(), chance.Next(1, 4)),
        3 => Node(ProgramOp.Sleep, string.Empty, chance.Next(4) == 0 ? chance.Next(100_000) : chance.Next(2_000)),
        4 => Node(ProgramOp.FailingActivity, string.Empty, 0),
        5 => MaySignal ? Node(ProgramOp.Signal, Name("signal"), chance.Next(2) * chance.Next(5_000)) : Node(ProgramOp.Count, Counter(), 0),
        6 => MayUpdate ? Node(ProgramOp.Update, Name("update"), 0) : Node(ProgramOp.Count, Counter(), 0),
        7 => Node(ProgramOp.Compute, Counter(), 0),
        8 => Node(ProgramOp.CancelTimer, string.Empty, chance.Next(1, 3_000)),
        9 => Node(ProgramOp.CancelActivity, string.Empty, chance.Next(1, 3_000)),
        10 => Node(isAlone ? ProgramOp.LocalCount : ProgramOp.Count, Counter(), chance.Next(3)),
        11 => Node(ProgramOp.HeartbeatCount, Counter(), chance.Next(1, 5)),
        12 => Node(ProgramOp.Race, Counter(), chance.Next(1, 50)),
        13 => MayUpdate ? Node(ProgramOp.RefusedUpdate, Name("refused"), 0) : Node(ProgramOp.Upsert, string.Empty, 0),
        14 => Node(ProgramOp.Payload, string.Empty, chance.Next(1, MostPayloadBytes)),
        15 => Node(ProgramOp.Upsert, string.Empty, 0),
        16 => Node(ProgramOp.Sequence, string.Empty, 0, Parts(depth + 1, chance.Next(1, 4), isAlone)),
        17 => Node(ProgramOp.Parallel, string.Empty, 0, Parts(depth + 1, chance.Next(2, 5), isAlone: false)),
        18 => Child(ProgramOp.Child, () => Workflow(depth + 1, chance.Next(1, 4), mayFail: false, runs: chance.Next(2)).Children),
        19 when !MayMeetChildren => Node(ProgramOp.SignalChild, Name("child"), 0, [Node(ProgramOp.AwaitSignal, Name("told"), 0), .. Parts(depth + 1, chance.Next(0, 3), isAlone: true)]),
        20 when !MayMeetChildren => Node(ProgramOp.CancelChild, Name("child"), chance.Next(1, 3_000)),
        _ => Child(ProgramOp.FailingChild, () => [.. Parts(depth + 1, chance.Next(0, 3), isAlone: true), Node(ProgramOp.Fail, id, 0)]),
    };

    private ProgramNode Child(ProgramOp op, Func<IReadOnlyList<ProgramNode>> draw)
    {
        var name = Name("child");
        _childrenAround++;
        var children = draw();
        _childrenAround--;
        return Node(op, name, MayMeetChildren ? 1 : 0, children);
    }

    private static ProgramNode Node(ProgramOp op, string name, int number, IReadOnlyList<ProgramNode>? children = null) => new(op, name, number, children ?? []);

    private string Counter() => $"{id}.counter{chance.Next(CountersPerProgram)}";

    private string Name(string kind) => $"{id}.{kind}{_names++}";
}
