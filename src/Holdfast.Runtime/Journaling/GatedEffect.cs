using System.Runtime.InteropServices;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Something that waits for durability: a reply to a request, or work for a worker or another run.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GatedEffect
{
    private readonly object _target;
    private readonly object? _argument;

    private GatedEffect(object target, object? argument)
    {
        _target = target;
        _argument = argument;
    }

    public static GatedEffect Reply(IReply reply, object? result) => new(reply, result);

    public static GatedEffect Start(IActivityTaskHandler handler, ActivityTask task) => new(handler, task);

    public static GatedEffect Run(Action action) => new(action, null);

    public void Release()
    {
        switch (_target)
        {
            case IReply reply:
                reply.Send(_argument);
                break;
            case IActivityTaskHandler handler:
                handler.Start((ActivityTask)_argument!);
                break;
            default:
                ((Action)_target)();
                break;
        }
    }

    public void Abandon(Exception exception)
    {
        if (_target is IReply reply)
        {
            reply.Fail(exception);
        }
    }
}
