using System.Runtime.InteropServices;

namespace Holdfast.Testing;

/// <summary>What is going on in an environment whose engine has nothing to do at this time.</summary>
/// <param name="AllAttemptsWait">Every attempt that is under way waits for time or for the engine.</param>
/// <param name="IsAwaited">The test waits for something.</param>
/// <param name="HasReasonToPass">Something that is somebody's becomes due by itself.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EnvironmentActivity(bool AllAttemptsWait, bool IsAwaited, bool HasReasonToPass);
