using System.Text;
using DealBot.Contracts;

namespace Webhook;

/// <summary>Posts into whatever listens at an address of its own. An address of a group is the name of a target.</summary>
public sealed class WebhookAdapter(string name, WebhookOptions options, WebhookClient client) : IMessagingAdapter
{
    private const int LongestText = 4096;
    private const int LargestPicture = 2 * 1024 * 1024;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text | MessageKinds.Image, TextLength = LongestText, ImageBytes = LargestPicture };

    /// <inheritdoc />
    public AdapterLimits LimitsFor(string address) => Limits with { MessagesPerMinute = options.Targets.GetValueOrDefault(address)?.MessagesPerMinute };

    /// <inheritdoc />
    public bool Knows(string address) => options.Targets.ContainsKey(address);

    /// <inheritdoc />
    public SendResult.Rejected? Refuse(SendRequest request)
    {
        if (!Knows(request.Address))
            return new SendResult.Rejected(NoTarget(request.Address), Field: "targets") { IsOwnCheck = true };

        return Refuse(request.Message) is { } reason ? new SendResult.Rejected(reason) { IsOwnCheck = true } : null;
    }

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Refuse(request) is { } refusal)
            return refusal;

        return await client.PostAsync(options.Targets[request.Address], WebhookBody.Of(request)!, cancellationToken);
    }

    /// <inheritdoc />
    public IReadOnlyList<WireCall> Preview(SendRequest request) =>
        Refuse(request) is null ? [new WireCall("POST", options.Targets[request.Address].Url, WebhookBody.Of(request)!)] : [];

    /// <inheritdoc />
    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(Knows(address)
        ? AddressReport.NotProvable(new Phrase("不发消息就试不出对方是否接收", "only a message shows whether the receiver takes one"))
        : AddressReport.Failed(new AccountFault("targets", NoTarget(address))));

    private static Phrase? Refuse(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Text text when string.IsNullOrWhiteSpace(text.Content) => new Phrase("消息是空的", "the message is empty"),
        OutgoingMessage.Text text when Encoding.UTF8.GetByteCount(text.Content) > LongestText => new Phrase($"文字超过 {LongestText} 字节", $"the text is longer than {LongestText} bytes"),
        OutgoingMessage.Image image when image.Bytes.Length > LargestPicture => new Phrase("图片太大", "the picture is too large"),
        OutgoingMessage.Image image when !image.Bytes.Span.StartsWith(Png) && !image.Bytes.Span.StartsWith(Jpeg) => new Phrase("图片不是 PNG 或 JPEG", "the picture is neither PNG nor JPEG"),
        OutgoingMessage.Text or OutgoingMessage.Image => null,
        _ => new Phrase("不支持这种消息", "this kind of message is not taken"),
    };

    private static Phrase NoTarget(string address) => new($"targets 里没有 {address}", $"there is no {address} among the targets");
}
