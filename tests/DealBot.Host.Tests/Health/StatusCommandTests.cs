using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Health;

public sealed class StatusCommandTests
{
    [TestCase("http://0.0.0.0:8080", "http://127.0.0.1:8080/readyz")]
    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/readyz")]
    [TestCase("http://[::]:8080", "http://[::1]:8080/readyz")]
    [TestCase("http://*:8080", "http://localhost:8080/readyz")]
    [TestCase("http://+:8080/", "http://localhost:8080/readyz")]
    [TestCase("http://192.0.2.5:80", "http://192.0.2.5/readyz")]
    public void Service_is_asked_where_this_machine_reaches_it(string listen, string address) =>
        Assert.That(StatusCommand.AddressOf(listen).AbsoluteUri, Is.EqualTo(address));
}
