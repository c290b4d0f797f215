using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class ClientOptionsTests : ClientTest
{
    [Fact]
    public async Task Without_options_a_client_uses_the_namespace_default_and_says_which_process_it_is()
    {
        Service.Answer<SignalWorkflowExecutionRequest>();
        var client = new HoldfastClient(Service);

        await client.GetWorkflowHandle("order-1").SignalAsync("Approve", [true]);

        var request = Service.Single<SignalWorkflowExecutionRequest>();
        Assert.Equal(("default", "default"), (client.Namespace, request.Namespace));
        Assert.Equal($"{Environment.ProcessId}@{Environment.MachineName}", request.Identity);
        Assert.True(Guid.TryParse(request.RequestId, out _));
    }

    [Fact]
    public void Options_are_read_when_the_client_is_made()
    {
        var options = new HoldfastClientOptions { Namespace = "shop" };
        var client = new HoldfastClient(Service, options);

        options.Namespace = "other";

        Assert.Equal("shop", client.Namespace);
    }
}
