using System.Text.Json;

namespace Webhook.Tests;

public sealed class WebhookOptionsTests
{
    [TestCase("https://receiver.example/hook", 0)]
    [TestCase("http://127.0.0.1:9000/hook", 0)]
    [TestCase("http://receiver.example/hook", 1)]
    [TestCase("receiver", 1)]
    public void Address_must_be_one_that_secrets_may_travel_to(string url, int faults)
    {
        var options = JsonSerializer.SerializeToElement(new { targets = new { board = new { url, secret = "0123456789abcdef" } } });

        Assert.That(new WebhookPlugin().Validate(options).Select(fault => fault.Path), Is.EqualTo(Enumerable.Repeat("targets.board.url", faults)));
    }
}
