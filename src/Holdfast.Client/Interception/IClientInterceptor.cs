namespace Holdfast.Interception;

/// <summary>Stands around every call of a client and of the handles that it gives.</summary>
/// <remarks>Interceptors form a chain in the order in which they are registered: the first one is the outermost.</remarks>
public interface IClientInterceptor
{
    /// <summary>True while the interceptor would do nothing. A client whose interceptors are all idle goes past them, at no cost. Asked for every call. Default false.</summary>
    bool IsIdle => false;

    /// <summary>Stands around the calls of one client. Called once, when the client is made.</summary>
    /// <param name="next">What is to be called.</param>
    /// <returns>An interceptor around it; <paramref name="next"/> itself to stay out.</returns>
    ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next);
}
