using System.Net;
using System.Net.Sockets;

namespace DealBot.Core.Rendering.Images;

/// <summary>
/// Opens connections for pictures, to public addresses only. The address is judged when the connection is made, not when the name was looked
/// up before, so that a name that changes its address in between gains nothing. No proxy is used: it would make the connection instead.
/// </summary>
public static class PictureConnection
{
    /// <summary>The handler behind the client that pictures are fetched with.</summary>
    public static SocketsHttpHandler Handler(PictureHosts hosts) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, hosts, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, PictureHosts hosts, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        var allowed = hosts.MayBePrivate(target.Host) ? found : Array.FindAll(found, PublicAddress.Is);
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(found.Length == 0
                ? $"host {target.Host} has no address"
                : $"host {target.Host} has the address {found[0]}, which is not public; DealBot.Images.PrivateHosts can allow it");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
