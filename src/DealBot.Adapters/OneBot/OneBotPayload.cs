using System.Diagnostics;
using System.Globalization;
using System.Text;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.OneBot;

/// <summary>
/// Turns messages into calls. Cards go as text with the link at the end: QQ shows <c>share</c> segments of bots on few clients, if at all, and a
/// deal that nobody sees is worse than a plain one.
/// </summary>
internal sealed class OneBotPayload(OneBotOptions options)
{
    private static readonly string[] Paragraph = ["\n\n"];

    /// <summary>The call that posts the message.</summary>
    /// <param name="request">The message, checked against the limits.</param>
    /// <param name="isShown">Whether it is only to be shown: pictures are then told by kind and size.</param>
    public OneBotCall Of(SendRequest request, bool isShown = false)
    {
        var group = options.Groups[request.Address];
        var segments = Segments(request.Message, isShown).ToList();
        return group.Forward
            ? new OneBotCall(OneBotCall.ForwardAction, new OneBotForward(group.GroupId, [.. Nodes(group.Bot, segments)]), request.MessageId)
            : new OneBotCall(OneBotCall.MessageAction, new OneBotGroupMessage(group.GroupId, segments), request.MessageId);
    }

    private static IEnumerable<OneBotSegment> Segments(OutgoingMessage message, bool isShown) => message switch
    {
        OutgoingMessage.Text text => [Text(text.Content)],
        OutgoingMessage.Image picture => [Picture(picture, isShown)],
        OutgoingMessage.Captioned captioned => [Picture(captioned.Picture, isShown), Text(captioned.Content)],
        OutgoingMessage.News news => [.. Picture(news.PictureUrl), Card(news.Title, news.Description, [], news.Url)],
        OutgoingMessage.Card card => [.. Picture(card.PictureUrl), Card(card.Title, card.Content, card.Facts, card.Url)],
        _ => throw new UnreachableException(),
    };

    private static OneBotSegment Text(string text) => OneBotSegment.OfText(Utf8Text.WithoutControls(text));

    private static OneBotSegment Picture(OutgoingMessage.Image picture, bool isShown) => OneBotSegment.OfPicture(
        isShown ? $"base64://({picture.MediaType}, {picture.Bytes.Length} bytes)" : $"base64://{Convert.ToBase64String(picture.Bytes.Span)}");

    private static IEnumerable<OneBotSegment> Picture(Uri? url) => url is null ? [] : [OneBotSegment.OfPicture(url.AbsoluteUri)];

    private static OneBotSegment Card(string title, string description, IReadOnlyList<CardFact> facts, Uri link)
    {
        var head = new StringBuilder(title);
        foreach (var fact in facts)
            head.Append(CultureInfo.InvariantCulture, $"\n{fact.Name}：{fact.Value}");
        if (description.Length > 0)
            head.Append(CultureInfo.InvariantCulture, $"\n{description}");

        var tail = $"\n{link.AbsoluteUri}";
        return Text(Utf8Text.Cut(head.ToString(), OneBotAdapter.TextBytes - Utf8Text.Bytes(tail)) + tail);
    }

    private IEnumerable<OneBotNode> Nodes(string botName, IEnumerable<OneBotSegment> segments)
    {
        var uin = options.Bots[botName].SelfId.ToString(CultureInfo.InvariantCulture);
        return segments.SelectMany(Entries).Select(entry => OneBotNode.Of(new OneBotNodeBody(botName, uin, [entry])));
    }

    private static IEnumerable<OneBotSegment> Entries(OneBotSegment segment) => segment.Data.Text is { } text
        ? text.Split(Paragraph, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(OneBotSegment.OfText)
        : [segment];
}
