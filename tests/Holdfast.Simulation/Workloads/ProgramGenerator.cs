namespace Holdfast.Simulation;

/// <summary>Makes programs from a seed.</summary>
internal sealed class ProgramGenerator(Random chance, string id)
{
    private const int MostDepth = 3;
    private const int CountersPerProgram = 3;
    private int _names;

    /// <summary>A whole program: a sequence that may continue as new and may fail at the end.</summary>
    public ProgramNode Next() => Workflow(depth: 0, nodes: chance.Next(2, 9), mayFail: true, runs: chance.Next(3));

    private ProgramNode Workflow(int depth, int nodes, bool mayFail, int runs)
    {
        List<ProgramNode> parts = [.. Parts(depth, nodes)];
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

    private List<ProgramNode> Parts(int depth, int count) => [.. Enumerable.Range(0, count).Select(_ => Part(depth))];

    private ProgramNode Part(int depth) => (depth < MostDepth ? chance.Next(15) : chance.Next(11)) switch
    {
        0 or 1 or 2 => Node(ProgramOp.Count, Counter(), 0),
        3 => Node(ProgramOp.Count, Counter(), chance.Next(1, 4)),
        4 => Node(ProgramOp.Sleep, string.Empty, chance.Next(4) == 0 ? chance.Next(100_000) : chance.Next(2_000)),
        5 => Node(ProgramOp.FailingActivity, string.Empty, 0),
        6 => Node(ProgramOp.Signal, Name("signal"), chance.Next(2) * chance.Next(5_000)),
        7 => Node(ProgramOp.Update, Name("update"), 0),
        8 => Node(ProgramOp.Compute, Counter(), 0),
        9 => Node(ProgramOp.CancelTimer, string.Empty, chance.Next(1, 3_000)),
        10 => Node(ProgramOp.CancelActivity, string.Empty, chance.Next(1, 3_000)),
        11 => Node(ProgramOp.Sequence, string.Empty, 0, Parts(depth + 1, chance.Next(1, 4))),
        12 => Node(ProgramOp.Parallel, string.Empty, 0, Parts(depth + 1, chance.Next(2, 5))),
        13 => Node(ProgramOp.Child, Name("child"), 0, Workflow(depth + 1, chance.Next(1, 4), mayFail: false, runs: chance.Next(2)).Children),
        _ => Node(ProgramOp.FailingChild, Name("child"), 0, [.. Parts(depth + 1, chance.Next(0, 3)), Node(ProgramOp.Fail, id, 0)]),
    };

    private static ProgramNode Node(ProgramOp op, string name, int number, IReadOnlyList<ProgramNode>? children = null) => new(op, name, number, children ?? []);

    private string Counter() => $"{id}.counter{chance.Next(CountersPerProgram)}";

    private string Name(string kind) => $"{id}.{kind}{_names++}";
}
