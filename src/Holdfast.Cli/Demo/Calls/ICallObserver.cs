namespace Holdfast.Cli.Demo.Calls;

/// <summary>Watches the model's and the tools' calls from outside: it stands at the model and at the tools, and knows nothing of what Holdfast records.</summary>
/// <remarks>Called on the call's own path, before its work and before its result is handed back; from several threads.</remarks>
internal interface ICallObserver
{
    /// <summary>An attempt begins.</summary>
    void Began(CallStart call);

    /// <summary>An attempt has its result and is about to hand it back.</summary>
    void Ended(CallEnd call);
}
