namespace Holdfast.Reliability;

/// <summary>
/// Random sequences of operations against the model, an engine in memory and an engine on a disk, whose clocks are virtual. After each operation the answers and all
/// that can be seen are compared.
/// </summary>
/// <param name="dataFolder">Where the one on a disk keeps its data.</param>
internal sealed class OracleSession(string dataFolder)
{
    private const int OperationsPerSequence = 80;

    /// <summary>Between operations, so that no two runs start at one time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>How long an engine may take for an answer; 40 s unless told otherwise, since machines that are busy take long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(40);

    private readonly HashSet<OperationKind> _succeeded = [];
    private readonly SortedDictionary<string, OracleCoverage> _coverage = new(StringComparer.Ordinal) { [InMemory] = new(), [OnDisk] = new() };
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);

    private const string InMemory = "engine in memory";
    private const string OnDisk = "engine on a disk";

    public int Operations { get; private set; }

    /// <summary>The codes of refusals that were compared.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Runs one sequence.</summary>
    /// <exception cref="OracleFailure">An engine answered otherwise than the model.</exception>
    public async Task RunAsync(int seed)
    {
        var folder = Path.Combine(dataFolder, $"{seed}");
        await using var memory = await EngineSubject.StartAsync(InMemory, dataFolder: null, _coverage[InMemory]);
        await using var disk = await EngineSubject.StartAsync(OnDisk, folder, _coverage[OnDisk]);
        await CompareAsync(seed, [memory, disk]);
    }

    /// <summary>What the session did not reach; empty when it counts.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. Enum.GetValues<OperationKind>().Where(k => k != OperationKind.RejectedUpdate && !_succeeded.Contains(k)).Select(k => $"no {k} has succeeded"),
        .. _coverage.SelectMany(c => c.Value.Missing(c.Key)),
    ];

    private async Task CompareAsync(int seed, EngineSubject[] engines)
    {
        ReferenceModel model = new(OperationDraw.WorkflowIds, OperationDraw.JobIds);
        OperationDraw draw = new(seed, model);
        List<string> done = [];
        for (var i = 0; i < OperationsPerSequence; i++)
        {
            model.Pass(Tick);
            var operation = draw.Next();
            var expected = model.Apply(operation);
            done.Add($"{operation} -> {expected.Text}");
            var state = model.State();
            foreach (var engine in engines)
            {
                Require(engine, seed, done, "answers", [expected.Text], [(await InTimeAsync(() => ApplyAsync(engine, operation))).Text]);
                Require(engine, seed, done, "shows", state, await InTimeAsync(() => engine.StateAsync(model.Answers)));
            }

            Note(operation, expected);
        }
    }

    private static async Task<Answer> ApplyAsync(EngineSubject engine, Operation operation)
    {
        await engine.PassAsync(Tick);
        var answer = await engine.ApplyAsync(operation);
        await engine.PassAsync(TimeSpan.Zero);
        return answer;
    }

    /// <summary>Whoever gives no answer hangs.</summary>
    private async Task<T> InTimeAsync<T>(Func<Task<T>> call)
        where T : notnull
    {
        try
        {
            return await call().WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            return (T)(typeof(T) == typeof(Answer) ? (object)new Answer("nothing") : (IReadOnlyList<string>)["nothing"]);
        }
    }

    private void Note(Operation operation, Answer answer)
    {
        Operations++;
        if (answer.IsRefusal)
        {
            _refusals.Add(answer.Text);
        }
        else
        {
            _succeeded.Add(operation.Kind);
        }
    }

    private static void Require(EngineSubject engine, int seed, List<string> done, string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var differences = expected.Zip(actual).Where(p => p.First != p.Second).Select(p => $"\n  engine {p.Second}\n  model  {p.First}").ToList();
        if (differences.Count > 0)
        {
            throw new OracleFailure(
                $"the {engine.Name} {what} otherwise after {done[^1].Split(' ')[1]}",
                $"sequence {seed}: the {engine.Name} {what} otherwise:{string.Concat(differences)}\n after:\n  {string.Join("\n  ", done)}\n  again: ./dev oracle --start {seed} --runs 1");
        }
    }
}
