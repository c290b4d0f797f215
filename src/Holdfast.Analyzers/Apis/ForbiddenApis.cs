using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Apis;

/// <summary>What of the platform workflow code must not use.</summary>
internal static class ForbiddenApis
{
    private const string Constructor = WellKnownMemberNames.InstanceConstructorName;

    public static readonly ApiTable Table = Files(Network(Machine(Waiting(Scheduling(Values(new ApiTable()))))));

    private static ApiTable Values(ApiTable table) => table
        .Add(
            Descriptors.Clock,
            "System.DateTime:Now", "System.DateTime:UtcNow", "System.DateTime:Today", "System.DateTimeOffset:Now", "System.DateTimeOffset:UtcNow",
            "System.Environment:TickCount", "System.Environment:TickCount64", "System.TimeProvider:System",
            "System.Diagnostics.Stopwatch:StartNew", "System.Diagnostics.Stopwatch:GetTimestamp", "System.Diagnostics.Stopwatch:GetElapsedTime", "System.Diagnostics.Stopwatch:" + Constructor)
        .Add(Descriptors.Randomness, "System.Random:Shared", "System.Security.Cryptography.RandomNumberGenerator", "System.IO.Path:GetRandomFileName")
        .Add(Descriptors.Randomness, "System.Random:" + Constructor, m => HasNoParameters(m))
        .Add(Descriptors.NewGuid, "System.Guid:NewGuid", "System.Guid:CreateVersion7")
        .Add(Descriptors.HashCode, "System.HashCode", "System.String:GetHashCode", "System.Runtime.CompilerServices.RuntimeHelpers:GetHashCode", "System.StringComparer:GetHashCode")
        .Add(Descriptors.HashCode, "System.Object:GetHashCode", m => m.ContainingType.SpecialType == SpecialType.System_Object);

    private static ApiTable Scheduling(ApiTable table) => table
        .Add(
            Descriptors.OtherThread,
            "System.Threading.Tasks.Task:Run", "System.Threading.Tasks.Task:Start", "System.Threading.Tasks.Task:RunSynchronously", "System.Threading.Tasks.Task:ContinueWith",
            "System.Threading.Tasks.Task:" + Constructor, "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel",
            "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.SynchronizationContext", "System.Threading.CancellationTokenSource:CancelAsync",
            "System.Environment:CurrentManagedThreadId", "System.ComponentModel.BackgroundWorker", "System.Linq.ParallelEnumerable")
        .Add(
            Descriptors.Lock,
            "System.Threading.Monitor", "System.Threading.Lock", "System.Threading.Mutex", "System.Threading.Semaphore", "System.Threading.SemaphoreSlim", "System.Threading.WaitHandle",
            "System.Threading.EventWaitHandle", "System.Threading.ManualResetEvent", "System.Threading.ManualResetEventSlim", "System.Threading.AutoResetEvent",
            "System.Threading.ReaderWriterLock", "System.Threading.ReaderWriterLockSlim", "System.Threading.CountdownEvent", "System.Threading.Barrier", "System.Threading.SpinLock",
            "System.Collections.Concurrent.BlockingCollection");

    private static ApiTable Waiting(ApiTable table) => table
        .Add(
            Descriptors.Timer,
            "System.Threading.Timer", "System.Timers.Timer", "System.Threading.CancellationTokenSource:CancelAfter")
        .Add(Descriptors.Timer, "System.Threading.Tasks.Task:Delay", m => !TakesClock(m))
        .Add(Descriptors.Timer, "System.Threading.PeriodicTimer:" + Constructor, m => !TakesClock(m))
        .Add(Descriptors.Timer, "System.Threading.CancellationTokenSource:" + Constructor, m => !HasNoParameters(m) && !TakesClock(m))
        .Add(Descriptors.Timer, "System.Threading.Tasks.Task:WaitAsync", m => TakesTime(m) && !TakesClock(m))
        .Add(
            Descriptors.BlockingWait,
            "System.Threading.Tasks.Task:Wait", "System.Threading.Tasks.Task:WaitAll", "System.Threading.Tasks.Task:WaitAny", "System.Threading.Tasks.Task:Result", "System.Threading.Tasks.ValueTask:Result",
            "System.Runtime.CompilerServices.TaskAwaiter:GetResult", "System.Runtime.CompilerServices.ValueTaskAwaiter:GetResult", "System.Threading.Thread:Sleep", "System.Threading.Thread:Join",
            "System.Threading.Thread:SpinWait", "System.Threading.SpinWait")
        .Add(Descriptors.WhenAny, "System.Threading.Tasks.Task:WhenEach")
        .Add(Descriptors.WhenAny, "System.Threading.Tasks.Task:WhenAny", m => m is IMethodSymbol { Parameters.Length: 1 });

    private static ApiTable Machine(ApiTable table) => table
        .Add(null, "System.Environment:NewLine", "System.GC:KeepAlive", "System.GC:SuppressFinalize")
        .Add(
            Descriptors.MachineEnvironment,
            "System.Environment", "System.AppContext", "System.AppDomain", "System.GC", "System.OperatingSystem", "System.Runtime.InteropServices.RuntimeInformation",
            "System.TimeZoneInfo:Local", "System.DateTime:ToLocalTime", "System.DateTimeOffset:ToLocalTime", "System.DateTimeOffset:LocalDateTime",
            "System.Globalization.CultureInfo:CurrentCulture", "System.Globalization.CultureInfo:CurrentUICulture", "System.IO.Path:GetTempPath", "System.IO.Path:GetFullPath");

    private static ApiTable Network(ApiTable table) => table
        .Add(
            Descriptors.Network,
            "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.HttpMessageHandler", "System.Net.Http.IHttpClientFactory", "System.Net.Http.HttpClientFactoryExtensions",
            "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.WebRequest", "System.Net.WebClient", "System.Net.HttpListener", "System.Net.Dns")
        .AddNamespaces(Descriptors.Network, "System.Net.Sockets", "System.Net.WebSockets", "System.Net.Mail", "System.Net.NetworkInformation", "System.Net.Security", "System.Net.Quic");

    private static ApiTable Files(ApiTable table) => table
        .Add(
            Descriptors.InputOutput,
            "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher",
            "System.IO.RandomAccess", "System.IO.Path:GetTempFileName", "System.Console", "System.Diagnostics.Process", "System.Data.Common.DbConnection", "System.Data.Common.DbCommand",
            "System.Data.Common.DbDataReader", "System.Data.Common.DbDataSource", "System.Data.IDbConnection", "System.Data.IDbCommand", "Microsoft.Win32.Registry", "Microsoft.Win32.RegistryKey")
        .Add(Descriptors.InputOutput, "System.IO.StreamReader:" + Constructor, TakesPath)
        .Add(Descriptors.InputOutput, "System.IO.StreamWriter:" + Constructor, TakesPath)
        .AddNamespaces(Descriptors.InputOutput, "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage");

    private static bool HasNoParameters(ISymbol member) => member is IMethodSymbol { Parameters.IsEmpty: true };

    private static bool TakesTime(ISymbol member) => Takes(member, nameof(TimeSpan));

    /// <summary>True for overloads that go by the clock that they are given: the workflow's own makes durable timers, the machine's is reported itself.</summary>
    private static bool TakesClock(ISymbol member) => Takes(member, "TimeProvider");

    private static bool Takes(ISymbol member, string type) => member is IMethodSymbol method && method.Parameters.Any(p => string.Equals(p.Type.Name, type, StringComparison.Ordinal));

    private static bool TakesPath(ISymbol member) => member is IMethodSymbol { Parameters.Length: > 0 } method && method.Parameters[0].Type.SpecialType == SpecialType.System_String;
}
