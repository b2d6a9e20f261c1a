using System.Net;
using System.Net.Sockets;
using DealBot.Core.Rendering;
using DealBot.Core.Rendering.Images;

namespace DealBot.Core.Tests.Rendering.Images;

public class PictureConnectionTests
{
    [TestCase("127.0.0.1")]
    [TestCase("[::1]")]
    [TestCase("[::ffff:127.0.0.1]")]
    public void Private_address_is_refused_when_the_connection_is_made_whatever_the_host_is_called(string host)
    {
        using var http = Client(host, []);

        Assert.That(
            async () => await http.GetAsync(new Uri($"http://{host}:9/")),
            Throws.InstanceOf<HttpRequestException>().With.Message.Contains("not public").Or.Message.Contains("has no address"));
    }

    [Test]
    public async Task Name_that_leads_to_a_private_address_is_not_connected_to()
    {
        using var http = Client("localhost", []);

        // A system without a hosts file doesn't know the name; what matters is that nobody tried the port.
        var failure = await Assert.ThrowsAsync<HttpRequestException>(async () => await http.GetAsync(new Uri("http://localhost:9/")));
        Assert.That((failure.GetBaseException() as SocketException)?.SocketErrorCode, Is.Not.EqualTo(SocketError.ConnectionRefused));
    }

    [Test]
    public async Task Host_that_may_be_private_is_reached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener);
        using var http = Client("127.0.0.1", ["127.0.0.1"]);

        var body = await http.GetStringAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

        await answering;
        Assert.That(body, Is.EqualTo("ok"));
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var request = new byte[4096];
        _ = await client.GetStream().ReadAsync(request);
        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8.ToArray());
    }

    private static HttpClient Client(string host, string[] privateHosts) =>
        new(PictureConnection.Handler(new PictureHosts(new ImageOptions { Hosts = [host], PrivateHosts = privateHosts })));
}
