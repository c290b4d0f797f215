namespace Holdfast.Runtime;

/// <summary>Where the answer to a request goes.</summary>
internal interface IReply
{
    /// <summary>True when nobody waits for the answer any more.</summary>
    bool IsAbandoned { get; }

    /// <summary>Sends the answer, or the error when it is an exception.</summary>
    void Send(object? result);

    /// <summary>The request cannot be answered.</summary>
    void Fail(Exception exception);
}
