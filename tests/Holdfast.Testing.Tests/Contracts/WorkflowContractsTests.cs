using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class WorkflowContractsTests
{
    [Fact]
    public void Contracts_of_an_assembly_are_sorted_lines_below_a_comment()
    {
        var lines = WorkflowContracts.Of(typeof(OrderWorkflow).Assembly).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("#", lines[0], StringComparison.Ordinal);
        Assert.Contains("workflow OrderWorkflow signal Approve()", lines);
        Assert.Equal(lines[1..].Order(StringComparer.Ordinal), lines[1..]);
    }

    [Fact]
    public void An_assembly_without_workflows_has_no_contracts() =>
        Assert.Empty(WorkflowContracts.Compare(string.Empty, WorkflowContracts.Of(typeof(WorkflowContracts).Assembly)));

    [Fact]
    public void What_differs_is_listed_with_its_side() =>
        Assert.Equal(
            ["- activity A()", "+ activity A(int)", "- patch y", "+ patch z"],
            WorkflowContracts.Compare("# old\nactivity A()\npatch x\npatch y\n", "# new\nactivity A(int)\n\npatch x\r\npatch z"));

    [Fact]
    public void A_file_that_is_missing_lacks_everything()
    {
        var error = Assert.Throws<HoldfastException>(() => WorkflowContracts.Verify(typeof(OrderWorkflow).Assembly, "no-such-file.txt"));
        Assert.Equal(ErrorCodes.ContractsDiffer, error.Code);
        Assert.Contains("+ workflow OrderWorkflow signal Approve()", error.Message, StringComparison.Ordinal);
    }
}
