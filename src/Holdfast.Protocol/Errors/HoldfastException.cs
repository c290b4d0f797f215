namespace Holdfast.Protocol;

/// <summary>An error that Holdfast reports, with a stable code that has a page in docs/errors.</summary>
public class HoldfastException : Exception
{
    /// <summary>Creates the error.</summary>
    public HoldfastException(ErrorCode code, string message, Exception? innerException = null)
        : base($"{code}: {message}", innerException) => Code = code;

    /// <summary>The stable code.</summary>
    public ErrorCode Code { get; }

    /// <summary>Where the code is explained.</summary>
    public override string? HelpLink
    {
        get => base.HelpLink ?? $"https://github.com/holdfast-dev/holdfast/blob/main/docs/errors/{Code}.md";
        set => base.HelpLink = value;
    }
}
