namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public interface IMailer
{
    [Activity]
    Task<int> SendAsync(string to, CancellationToken cancellationToken = default);
}
