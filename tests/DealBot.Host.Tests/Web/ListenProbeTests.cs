using System.Net;
using System.Net.Sockets;
using DealBot.Host.Web;

namespace DealBot.Host.Tests.Web;

/// <summary>A service that can't listen says so in one sentence and begins nothing.</summary>
public sealed class ListenProbeTests
{
    [TestCase("http://127.0.0.1:{0}")]
    [TestCase("http://localhost:{0}")]
    [TestCase("http://0.0.0.0:{0}")]
    [TestCase("http://*:{0}")]
    public void A_port_that_is_taken_is_told(string listen)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var address = string.Format(null, listen, port);

        var fault = ListenProbe.Fault(address);

        Assert.That(fault!.Zh, Does.StartWith($"端口 {port} 已被别的程序占用"));
        Assert.That(fault.En, Does.StartWith($"port {port} is taken by another program"));
    }

    [Test]
    public void An_address_of_another_machine_is_told() =>
        Assert.That(ListenProbe.Fault("http://192.0.2.1:8080")!.En, Does.StartWith("this machine has no address 192.0.2.1"));

    [Test]
    public void Any_free_port_is_always_to_be_had() => Assert.That(ListenProbe.Fault("http://127.0.0.1:0"), Is.Null);
}
