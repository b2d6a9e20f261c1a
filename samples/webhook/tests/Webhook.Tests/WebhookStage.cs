using System.Net;
using DealBot.ContractKit;
using DealBot.Contracts;

namespace Webhook.Tests;

/// <summary>The adapter and a receiver in place of the network.</summary>
internal sealed class WebhookStage : AdapterStage
{
    public const string Secret = "0123456789abcdef";

    public WebhookStage()
    {
        var options = new WebhookOptions { Targets = new Dictionary<string, WebhookTarget> { ["board"] = new() { Url = "https://receiver.example/hook", Secret = Secret } } };
        Adapter = new WebhookAdapter("webhook", options, new WebhookClient(new HttpClient(Receiver), new ManualTime(), TimeSpan.FromSeconds(10)));
    }

    public Receiver Receiver { get; } = new();

    public override IMessagingAdapter Adapter { get; }

    public override string Known => "board";

    public override string Unknown => "elsewhere";

    public override int Calls => Receiver.Bodies.Count;

    public override string? LastBody => Receiver.Bodies.LastOrDefault();

    public override IReadOnlyList<string> Secrets => [Secret];

    public override IReadOnlyList<OutgoingMessage> Delivered() => Receiver.Delivered();

    public override IMessagingAdapter? Meet(PlatformFault fault)
    {
        Receiver.Answer = fault switch
        {
            PlatformFault.TooManyRequests => () => Receiver.Refusal(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(90)),
            PlatformFault.Blocked => () => Receiver.Refusal(HttpStatusCode.Forbidden),
            PlatformFault.Busy => () => Receiver.Refusal(HttpStatusCode.ServiceUnavailable),
            PlatformFault.BadGateway => () => Receiver.Refusal(HttpStatusCode.BadGateway),
            PlatformFault.Html => () => Receiver.Says("<html>请登录</html>"),
            PlatformFault.CutAnswer => () => Receiver.Says("{\"accep"),
            PlatformFault.AnswerTwice => () => Receiver.Says(Receiver.Accepted + Receiver.Accepted),
            PlatformFault.NoAnswer => () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            PlatformFault.ConnectionRefused => () => throw new HttpRequestException(HttpRequestError.ConnectionError),
            PlatformFault.NoTls => () => throw new HttpRequestException(HttpRequestError.SecureConnectionError),
            _ => null,
        };
        return Receiver.Answer is null ? null : Adapter;
    }

    public override ValueTask DisposeAsync()
    {
        Receiver.Dispose();
        return ValueTask.CompletedTask;
    }
}
