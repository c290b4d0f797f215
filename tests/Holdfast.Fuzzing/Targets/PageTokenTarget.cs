using Holdfast.Protocol;
using Holdfast.Runtime;

namespace Holdfast.Fuzzing;

/// <summary>Tokens that say where a listing goes on.</summary>
internal sealed class PageTokenTarget() : FuzzTarget("page-tokens", ErrorCodes.PageTokenInvalid)
{
    private static readonly ListWorkflowExecutionsRequest Request = new() { Namespace = "default", Query = "ExecutionStatus = 'Running'" };

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(ListPageToken.Write(Request, RunId.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21")));

    public override void Read(byte[] input) => _ = ListPageToken.Read(Request with { PageToken = TextOf(input) });
}
