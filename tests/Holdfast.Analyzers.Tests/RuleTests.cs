namespace Holdfast.Analyzers.Tests;

public sealed class RuleTests
{
    [Theory]
    [InlineData("HOLD0113 Settings.Rate", "var x = Settings.Rate;")]
    [InlineData("HOLD0113 Settings.Rate", "Settings.Rate = 2;")]
    [InlineData("HOLD0113 Settings.Rate", "Interlocked.Increment(ref Settings.Rate);")]
    [InlineData("HOLD0113 Settings.Name", "var x = Settings.Name;")]
    [InlineData("HOLD0113 Settings.Cache", "Settings.Cache.Add(1, 2);")]
    [InlineData("HOLD0113 Settings.Cache", "Settings.Cache[1] = 2;")]
    [InlineData("HOLD0113 Settings.Numbers", "Settings.Numbers[0]++;")]
    [InlineData("HOLD0113 Settings.Numbers", "Settings.Numbers[0] = 1;")]
    public async Task Static_state_that_changes_is_reported(string place, string body) =>
        Assert.Equal([place], (await AnalyzerRun.OfAsync(Sources.Workflow(body), Settings)).Places);

    [Theory]
    [InlineData("var x = Settings.Limit + Settings.Table[1] + Settings.Numbers[0] + string.Empty;")]
    [InlineData("var x = Settings.Computed;")]
    [InlineData("var x = new List<int>(); x.Add(1); _count++; _list.Add(1);")]
    public async Task Static_values_and_state_of_the_workflow_are_not_reported(string body) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow(body, "private int _count; private readonly List<int> _list = [];"), Settings)).Diagnostics);

    [Theory]
    [InlineData("foreach (var x in map) { await Work.DoAsync(x.Key); }", "ConcurrentDictionary<int, int> map = new();", "map")]
    [InlineData("foreach (var x in map.Keys) { await Work.DoAsync(x); }", "ConcurrentDictionary<int, int> map = new();", "map")]
    [InlineData("foreach (var x in map.Where(p => p.Key > 1).ToList()) { await Work.DoAsync(x.Key); }", "ImmutableDictionary<int, int> map = ImmutableDictionary<int, int>.Empty;", "map")]
    [InlineData("await Task.WhenAll(set.Select(x => Work.DoAsync(x)));", "FrozenSet<int> set = new[] { 1 }.ToFrozenSet();", "set")]
    [InlineData("foreach (object x in table) { await Work.DoAsync(1); }", "Hashtable table = new();", "table")]
    public async Task Durable_steps_in_an_unstable_order_are_reported(string body, string declaration, string collection) =>
        Assert.Equal([$"HOLD0114 {collection}"], (await AnalyzerRun.OfAsync(Sources.Workflow(declaration + body))).Places);

    [Theory]
    [InlineData("foreach (var x in map) { await Work.DoAsync(x.Key); }", "Dictionary<int, int> map = new();")]
    [InlineData("foreach (var x in set) { await Work.DoAsync(x); }", "HashSet<int> set = new();")]
    [InlineData("foreach (var x in map.OrderBy(p => p.Key)) { await Work.DoAsync(x.Key); }", "ConcurrentDictionary<int, int> map = new();")]
    [InlineData("var sum = 0; foreach (var x in map) { sum += x.Key; }", "ConcurrentDictionary<int, int> map = new();")]
    [InlineData("var sum = map.Sum(p => p.Value);", "ConcurrentDictionary<int, int> map = new();")]
    public async Task Stable_orders_and_loops_without_durable_steps_are_not_reported(string body, string declaration) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow(declaration + body))).Diagnostics);

    [Theory]
    [InlineData("Work.DoAsync(2);", "Work.DoAsync(2)")]
    [InlineData("Workflow.DelayAsync(TimeSpan.FromSeconds(1));", "Workflow.DelayAsync(TimeSpan.FromSeconds(1))")]
    [InlineData("Workflow.ExecuteActivityAsync(() => Work.DoAsync(2));", "Workflow.ExecuteActivityAsync(() => Work.DoAsync(2))")]
    [InlineData("StepAsync(); async Task StepAsync() => await Work.DoAsync(2);", "StepAsync()")]
    [InlineData("Action a = () => Work.DoAsync(2);", "Work.DoAsync(2)")]
    [InlineData("await Workflow.RunTaskAsync(async () => { await Work.DoAsync(1); Work.DoAsync(2); });", "Work.DoAsync(2)")]
    [InlineData("new List<int> { 1 }.ForEach(x => Work.DoAsync(x));", "Work.DoAsync(x)")]
    public async Task A_dropped_task_is_reported(string body, string place) =>
        Assert.Equal([$"HOLD0115 {place}"], (await AnalyzerRun.OfAsync(Sources.Workflow(body))).Places);

    [Theory]
    [InlineData("_ = Work.DoAsync(2);")]
    [InlineData("var x = Work.DoAsync(2); await x;")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(x => Work.DoAsync(x)));")]
    [InlineData("await Workflow.ExecuteActivityAsync(() => { return Work.DoAsync(2); });")]
    [InlineData("await Workflow.RunTaskAsync(() => Work.DoAsync(2));")]
    public async Task A_kept_task_is_not_reported(string body) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow(body))).Diagnostics);

    [Theory]
    [InlineData("while (true) { await Work.DoAsync(2); }", "true")]
    [InlineData("do { await Work.DoAsync(2); } while (true);", "true")]
    [InlineData("while (!Workflow.CancellationToken.IsCancellationRequested) { await Work.DoAsync(2); }", "!Workflow.CancellationToken.IsCancellationRequested")]
    [InlineData("while (true) { foreach (var x in new[] { 1 }) { await Work.DoAsync(x); break; } }", "true")]
    [InlineData("while (true) { Func<int> f = () => { return 1; }; await Work.DoAsync(f()); }", "true")]
    [InlineData("while (true) { await HelpAsync(); } async Task HelpAsync() => await Work.DoAsync(2);", "true")]
    public async Task An_endless_loop_is_reported(string body, string place) =>
        Assert.Equal([$"HOLD0116 {place}"], (await AnalyzerRun.OfAsync(Sources.Workflow(body))).Places);

    [Fact]
    public async Task An_endless_for_is_reported() =>
        Assert.Equal(["HOLD0116"], (await AnalyzerRun.OfAsync(Sources.Workflow("for (;;) { await Work.DoAsync(2); }"))).Ids);

    [Theory]
    [InlineData("while (true) { if (await Work.DoAsync(2) > 1) { break; } }")]
    [InlineData("while (true) { if (await Work.DoAsync(2) > 1) { return; } }")]
    [InlineData("while (true) { await Work.DoAsync(2); if (Workflow.Info.SuggestContinueAsNew) { throw Workflow.ContinueAsNew((Flow f) => f.RunAsync()); } }")]
    [InlineData("while (true) { await Work.DoAsync(2); Next(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { await Work.DoAsync(i); }")]
    [InlineData("while (Workflow.AllHandlersFinished) { await Work.DoAsync(2); }")]
    [InlineData("while (true) { if (Workflow.Info.HistoryLength > 5) { throw new InvalidOperationException(); } await Work.DoAsync(2); }")]
    public async Task A_loop_with_an_end_is_not_reported(string body) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow(body, "private void Next() => Renew(); private void Renew() { if (Workflow.Info.SuggestContinueAsNew) { throw Workflow.ContinueAsNew((Flow f) => f.RunAsync()); } }"))).Diagnostics);

    [Theory]
    [InlineData("[Query] public int Ask() => ++_count;", "++_count")]
    [InlineData("[Query] public int Ask() { _list.Add(1); return 1; }", "_list.Add(1)")]
    [InlineData("[Query] public int Ask() => (_state.Count = 2);", "_state.Count = 2")]
    [InlineData("[Query] public string Ask() => Workflow.NewGuid().ToString();", "Workflow.NewGuid()")]
    [InlineData("[Query] public int Ask() => Workflow.Random.Next();", "Workflow.Random")]
    [InlineData("[Query] public bool Ask() => Work.DoAsync(1).IsCompleted;", "Work.DoAsync(1)")]
    [InlineData("[Update(Validator = nameof(Check))] public Task Set(int x) => Task.CompletedTask; public void Check(int x) => _count = x;", "_count = x")]
    [InlineData("private Task WaitAsync() => Workflow.WaitConditionAsync(() => _count++ > 3); [Signal] public Task Go() => WaitAsync();", "_count++")]
    [InlineData("[Signal] public async Task Go() { var seen = 0; await Workflow.WaitConditionAsync(() => ++seen > 3); }", "++seen")]
    public async Task Code_that_may_only_look_and_changes_something_is_reported(string member, string place) =>
        Assert.Equal([$"HOLD0117 {place}"], (await AnalyzerRun.OfAsync(Sources.Workflow(string.Empty, State + member))).Places);

    [Theory]
    [InlineData("[Query] public int Ask() { var copy = new List<int>(_list); copy.Add(1); var i = 0; i++; return _count + copy.Count; }")]
    [InlineData("[Update(Validator = nameof(Check))] public Task Set(int x) { _count = x; return Task.CompletedTask; } public void Check(int x) { if (x == _count) { throw new ArgumentException(); } }")]
    [InlineData("[Signal] public Task Go() => Workflow.WaitConditionAsync(() => { var n = _count; n++; return n > 3; });")]
    public async Task Code_that_looks_is_not_reported(string member) =>
        Assert.Empty((await AnalyzerRun.OfAsync(Sources.Workflow(string.Empty, State + member))).Diagnostics);

    [Theory]
    [InlineData("", "[Signal] public async void Poke() => await Work.DoAsync(1);", "void")]
    [InlineData("new List<int>().ForEach(async x => await Work.DoAsync(x));", "", "async x => await Work.DoAsync(x)")]
    [InlineData("Local(); async void Local() => await Work.DoAsync(1);", "", "async void Local() => await Work.DoAsync(1);")]
    public async Task Async_void_is_reported(string body, string member, string place) =>
        Assert.Equal([$"HOLD0119 {place}"], (await AnalyzerRun.OfAsync(Sources.Workflow(body, member))).Places);

    private const string Settings = """
        public static class Settings
        {
            public static int Rate;
            public const int Limit = 3;
            public static readonly Dictionary<int, int> Cache = new();
            public static readonly Dictionary<int, int> Table = new() { [1] = 2 };
            public static readonly int[] Numbers = [1];
            public static string Name { get; set; } = "";
            public static int Computed { get => 1; set { } }
        }
        """;

    private const string State = "private int _count; private readonly List<int> _list = []; private readonly Counter _state = new(); public class Counter { public int Count { get; set; } }";
}
