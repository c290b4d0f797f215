namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public interface IApprovable
{
    [Signal]
    Task ApproveAsync(string by);
}
