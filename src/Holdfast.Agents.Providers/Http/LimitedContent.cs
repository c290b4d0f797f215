using System.Net;

namespace Holdfast.Agents.Providers;

/// <summary>A response's content, read through a limit and, as before, only as far as somebody reads.</summary>
internal sealed class LimitedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly long _limitBytes;
    private readonly Func<Exception> _tooLarge;

    public LimitedContent(HttpContent inner, long limitBytes, Func<Exception> tooLarge)
    {
        (_inner, _limitBytes, _tooLarge) = (inner, limitBytes, tooLarge);
        foreach ((string name, IEnumerable<string> values) in inner.Headers.NonValidated.Select(header => (header.Key, (IEnumerable<string>)header.Value)))
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => Limit(await _inner.ReadAsStreamAsync());

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Limit(await _inner.ReadAsStreamAsync(cancellationToken));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Limit(_inner.ReadAsStream(cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using Stream source = await CreateContentReadStreamAsync(cancellationToken);
        await source.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private LimitedReadStream Limit(Stream stream) => new(stream, _limitBytes, _tooLarge);
}
