using Holdfast.Testing;

namespace Hello.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Contracts_are_those_that_are_written_down() =>
        WorkflowContracts.Verify(typeof(OrderWorkflow).Assembly, "../Hello/holdfast.contracts.txt");
}
