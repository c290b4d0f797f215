using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>The engine that requests are carried out on.</summary>
/// <param name="Service">Its service.</param>
/// <param name="Namespace">The namespace of requests that name none.</param>
/// <param name="Converter">Reads and writes values, as workers do.</param>
public sealed record ControlEngine(IWorkflowService Service, string Namespace, IDataConverter Converter)
{
    internal IHoldfastClient ClientOf(ControlRequest request) =>
        new HoldfastClient(Service, new HoldfastClientOptions { Namespace = NamespaceOf(request), DataConverter = Converter });

    internal string NamespaceOf(ControlRequest request) => request.Namespace ?? Namespace;
}
