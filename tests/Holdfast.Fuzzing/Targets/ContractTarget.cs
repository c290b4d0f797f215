using Holdfast.Testing;

namespace Holdfast.Fuzzing;

/// <summary>Contract files.</summary>
internal sealed class ContractTarget() : FuzzTarget("contracts")
{
    private const string Contracts = "# comment\nworkflow Order(string item) -> string\nsignal Order.Approve()\nactivity Charge(string) -> string\n";

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(Contracts);

    public override void Read(byte[] input)
    {
        var text = TextOf(input);
        Require(WorkflowContracts.Compare(text, text).Count == 0, "a text does not differ from itself");
        _ = WorkflowContracts.Compare(Contracts, text);
    }
}
