using System.Net.Sockets;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Asks the host of a data folder.</summary>
public static class ControlConnection
{
    /// <summary>Sends a request to the process that holds the folder.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait; what was asked may still be done.</param>
    /// <returns>The answer; null when no process listens there.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.Unavailable"/> when the host hung up before it answered.</exception>
    public static async Task<ControlResponse?> TryAskAsync(string dataFolder, ControlRequest request, CancellationToken cancellationToken)
    {
        var path = ControlSocket.PathIn(dataFolder);
        if (!File.Exists(path))
        {
            return null;
        }

        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        }
        catch (SocketException)
        {
            return null; // left by a process that died
        }

        return await AskAsync(socket, request, cancellationToken);
    }

    private static async Task<ControlResponse> AskAsync(Socket socket, ControlRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using NetworkStream stream = new(socket, ownsSocket: false);
            await MessageFraming.WriteAsync(stream, request, ControlJson.Default.ControlRequest, cancellationToken);
            return await MessageFraming.ReadAsync(stream, ControlJson.Default.ControlResponse, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new HoldfastException(ErrorCodes.Unavailable, "The host of the data folder hung up before it answered; it may be stopping. What was asked may have been done: look, and ask again if not.", exception);
        }
    }
}
