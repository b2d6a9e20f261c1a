using System.Net;
using DealBot.Host.Composition;

namespace DealBot.Host.Tests.Composition;

public sealed class DirectToThisMachineTests
{
    [TestCase("http://127.0.0.1:3000/send_group_msg", null)]
    [TestCase("http://localhost:3000/", null)]
    [TestCase("http://[::1]:3000/", null)]
    [TestCase("https://api.telegram.org/", "http://proxy.example:8080/")]
    public void Only_what_leaves_this_machine_takes_the_proxy(string destination, string? proxy)
    {
        var direct = new DirectToThisMachine(new WebProxy("http://proxy.example:8080"));

        Assert.That(direct.GetProxy(new Uri(destination))?.AbsoluteUri, Is.EqualTo(proxy));
        Assert.That(direct.IsBypassed(new Uri(destination)), Is.EqualTo(proxy is null));
    }
}
