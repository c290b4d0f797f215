namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public class Mailer : IMailer
{
    public Task<int> SendAsync(string to, CancellationToken cancellationToken = default) => Task.FromResult(to.Length);

    [Activity]
    public virtual Task<string> RenderAsync(string template) => Task.FromResult("plain " + template);

    [Activity]
    public async Task<string> RenderTwiceAsync(string template) => await RenderAsync(template) + await this.RenderAsync(template);
}
