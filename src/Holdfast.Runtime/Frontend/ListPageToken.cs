using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Says where a listing goes on: the last run of the page before, and a digest of what was asked.</summary>
internal static class ListPageToken
{
    private const int RunIdBytes = 16;
    private const int DigestBytes = 8;

    public static string Write(ListWorkflowExecutionsRequest request, RunId last)
    {
        Span<byte> token = stackalloc byte[RunIdBytes + DigestBytes];
        last.Value.TryWriteBytes(token, bigEndian: true, out _);
        Digest(request, token[RunIdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    public static RunId? Read(ListWorkflowExecutionsRequest request)
    {
        if (string.IsNullOrEmpty(request.PageToken))
        {
            return null;
        }

        Span<byte> token = stackalloc byte[RunIdBytes + DigestBytes];
        Span<byte> digest = stackalloc byte[DigestBytes];
        Digest(request, digest);
        return Base64Url.IsValid(request.PageToken, out var length) && length == token.Length && Base64Url.TryDecodeFromChars(request.PageToken, token, out _) && token[RunIdBytes..].SequenceEqual(digest)
            ? new RunId(new Guid(token[..RunIdBytes], bigEndian: true))
            : throw new HoldfastException(ErrorCodes.PageTokenInvalid, "The page token is damaged or belongs to a listing with another filter. Send it with the request that gave it, or begin with the first page.");
    }

    private static void Digest(ListWorkflowExecutionsRequest request, Span<byte> digest)
    {
        var asked = string.Join('\u0001', request.Namespace, request.Query, request.WorkflowType, request.WorkflowId, request.WorkflowIdPrefix, request.Status, request.Archived);
        SHA256.HashData(Encoding.UTF8.GetBytes(asked)).AsSpan(0, digest.Length).CopyTo(digest);
    }
}
