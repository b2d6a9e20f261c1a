using System.Net;
using System.Net.Sockets;
using DealBot.Contracts;
using Microsoft.AspNetCore.Http;

namespace DealBot.Host.Web;

/// <summary>
/// Whether the service can listen on its address, found out before anything of it begins: jobs start before the server does, and would be ended again
/// in the middle of their work, each with a line about it.
/// </summary>
internal static class ListenProbe
{
    private const int FirstFreePort = 1024;

    /// <summary>Why nobody can listen there; null if somebody can.</summary>
    public static Phrase? Fault(string listen)
    {
        var address = BindingAddress.Parse(listen);
        return address.IsUnixPipe || address.IsNamedPipe || address.Port == 0
            ? null
            : EndsOf(address).Select(Try).OfType<Phrase>().FirstOrDefault();
    }

    /// <summary>As the server reads it: a name that is no address means every address of the machine.</summary>
    private static IEnumerable<IPEndPoint> EndsOf(BindingAddress address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? [new IPEndPoint(ip, address.Port)]
        : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [new IPEndPoint(IPAddress.Loopback, address.Port)]
        : [new IPEndPoint(IPAddress.Any, address.Port)];

    private static Phrase? Try(IPEndPoint end)
    {
        try
        {
            using var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(end);
            socket.Listen(1);
            return null;
        }
        catch (SocketException exception)
        {
            return Text(exception, end);
        }
    }

    private static Phrase Text(SocketException exception, IPEndPoint end) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new Phrase(
            $"端口 {end.Port} 已被别的程序占用。停掉它，或在 Listen 换一个端口",
            $"port {end.Port} is taken by another program; end that, or choose another port in Listen"),
        SocketError.AddressNotAvailable => new Phrase(
            $"本机没有地址 {end.Address}。在 Listen 填本机的地址，或 0.0.0.0",
            $"this machine has no address {end.Address}; give one of its own in Listen, or 0.0.0.0"),
        SocketError.AccessDenied when end.Port < FirstFreePort => new Phrase(
            $"没有权限用端口 {end.Port}。在 Listen 换一个 {FirstFreePort} 以上的端口，前面放反向代理",
            $"no right to use port {end.Port}; choose one from {FirstFreePort} up in Listen, behind a reverse proxy"),
        _ => new Phrase(exception.Message, exception.Message),
    };
}
