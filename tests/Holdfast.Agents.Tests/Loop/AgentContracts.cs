using Holdfast.Testing;

namespace Holdfast.Agents.Tests;

public sealed class AgentContracts
{
    [Fact]
    public void Contracts_of_agents_are_those_that_are_written_down() =>
        WorkflowContracts.Verify(typeof(AgentWorkflow).Assembly, "../../../src/Holdfast.Agents/holdfast.contracts.txt");
}
