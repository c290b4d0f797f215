namespace Holdfast.Worker;

/// <summary>The services of a worker that was given none.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
