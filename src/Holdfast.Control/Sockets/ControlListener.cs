using System.Net.Sockets;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Control;

/// <summary>Listens on a data folder's control socket, and carries out what comes.</summary>
/// <remarks>One request per connection. Bounded: at most <see cref="MaximumConnections"/> at a time; more wait in the system's queue.</remarks>
public sealed class ControlListener : IAsyncDisposable
{
    /// <summary>Most connections served at a time: 16.</summary>
    public const int MaximumConnections = 16;

    private const int Backlog = 16;
    private readonly string _socketPath;
    private readonly Socket _listening;
    private readonly ControlEngine _engine;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _slots = new(MaximumConnections);
    private readonly Task _loop;

    private ControlListener(string path, Socket socket, ControlEngine engine, ILogger logger)
    {
        (_socketPath, _listening, _engine, _logger) = (path, socket, engine, logger);
        _loop = Task.Run(AcceptAsync);
    }

    /// <summary>Starts to listen. A socket that a dead process left is replaced: whoever holds the folder may.</summary>
    /// <param name="dataFolder">The data folder, which this process holds.</param>
    /// <param name="engine">The engine that requests are carried out on.</param>
    /// <param name="logger">Where trouble is told.</param>
    /// <returns>The listener; null when the folder's path is too long for a socket or the platform has none, which is logged.</returns>
    public static ControlListener? TryStart(string dataFolder, ControlEngine engine, ILogger logger)
    {
        var path = ControlSocket.PathIn(dataFolder);
        if (System.Text.Encoding.UTF8.GetByteCount(path) > ControlSocket.MaximumPathBytes || !Socket.OSSupportsUnixDomainSockets)
        {
            ControlLog.NoSocket(logger, path, ControlSocket.MaximumPathBytes);
            return null;
        }

#pragma warning disable CA2000 // The listener owns it.
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
#pragma warning restore CA2000
        try
        {
            Bind(socket, path);
            return new ControlListener(path, socket, engine, logger);
        }
        catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            ControlLog.SocketFailed(logger, path, exception);
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listening.Dispose();
        await _loop;
        for (var i = 0; i < MaximumConnections; i++)
        {
            await _slots.WaitAsync(); // every connection has ended
        }

        File.Delete(_socketPath);
        _slots.Dispose();
        _stopping.Dispose();
    }

    private static void Bind(Socket socket, string path)
    {
        File.Delete(path);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite); // before anybody can connect: it does not listen yet
        }

        socket.Listen(Backlog);
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var accepted = await _listening.AcceptAsync(_stopping.Token);
                await _slots.WaitAsync(CancellationToken.None);
                _ = ServeAsync(accepted);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException || (exception is SocketException && _stopping.IsCancellationRequested))
            {
                return;
            }
            catch (SocketException exception)
            {
                ControlLog.ConnectionFailed(_logger, exception);
            }
        }
    }

    private async Task ServeAsync(Socket accepted)
    {
        try
        {
            await using NetworkStream stream = new(accepted, ownsSocket: true);
            var request = await MessageFraming.ReadAsync(stream, ControlJson.Default.ControlRequest, _stopping.Token);
            var response = await ControlVerbs.ExecuteAsync(request, _engine, _stopping.Token);
            await MessageFraming.WriteAsync(stream, response, ControlJson.Default.ControlResponse, _stopping.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or HoldfastException or OperationCanceledException)
        {
            ControlLog.ConnectionFailed(_logger, exception);
        }
        finally
        {
            _slots.Release();
        }
    }
}
