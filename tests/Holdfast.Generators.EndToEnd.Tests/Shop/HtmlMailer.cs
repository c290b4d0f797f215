namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public sealed class HtmlMailer : Mailer
{
    public override async Task<string> RenderAsync(string template) => $"[{await base.RenderAsync(template)}]";

    public Task<string> RenderPlainlyAsync(string template) => base.RenderAsync(template);
}
