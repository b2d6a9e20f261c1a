using System.Net;
using System.Net.Sockets;

namespace DealBot.Adapters.Tests.Wechaty.Real;

/// <summary>
/// A connection in between that breaks: once the caller has sent what is to be delivered, only so many bytes of the service's come back.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Uri _service;
    private readonly byte[] _mark;
    private readonly int _bytesBack;
    private readonly Task _serving;
    private volatile bool _isMarked;

    /// <param name="service">The service behind it.</param>
    /// <param name="mark">Bytes that only the request has which is to be cut off.</param>
    /// <param name="bytesBack">How much comes back after them.</param>
    public CuttingProxy(Uri service, ReadOnlySpan<byte> mark, int bytesBack)
    {
        (_service, _mark, _bytesBack) = (service, mark.ToArray(), bytesBack);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        using var caller = await _listener.AcceptTcpClientAsync(_stopping.Token);
        using var service = new TcpClient();
        await service.ConnectAsync(_service.Host, _service.Port, _stopping.Token);
        await Task.WhenAny(ForwardAsync(caller.GetStream(), service.GetStream()), ReturnAsync(service.GetStream(), caller.GetStream()));
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stopping.Token) is var count and > 0)
        {
            _isMarked |= buffer.AsSpan(0, count).IndexOf(_mark) >= 0;
            await to.WriteAsync(buffer.AsMemory(0, count), _stopping.Token);
        }
    }

    private async Task ReturnAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stopping.Token) is var count and > 0)
        {
            if (_isMarked)
            {
                await to.WriteAsync(buffer.AsMemory(0, Math.Min(count, _bytesBack)), _stopping.Token);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), _stopping.Token);
        }
    }
}
