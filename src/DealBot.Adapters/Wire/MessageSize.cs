using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>The checks of a message that every platform shares, against the limits that the adapter states.</summary>
internal static class MessageSize
{
    /// <summary>Why the adapter can't send the message, or null.</summary>
    public static Phrase? Refuse(OutgoingMessage message, AdapterLimits limits) => message switch
    {
        OutgoingMessage.Text text => RefuseText(text.Content, limits.TextBytes),
        OutgoingMessage.Markdown markdown => RefuseText(markdown.Source, limits.MarkdownBytes),
        OutgoingMessage.Image image => RefuseImage(image.Bytes.Span, limits.ImageBytes),
        OutgoingMessage.News news => RefuseNews(news),
        _ => new Phrase("不支持这种消息类型", "This kind of message is not supported"),
    };

    private static Phrase? RefuseText(string text, int maxBytes)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Phrase("消息内容为空，请检查模板", "The message is empty; check the template");

        var bytes = Utf8Text.Bytes(text);
        return bytes <= maxBytes
            ? null
            : new Phrase(
                $"消息有 {bytes} 字节（UTF-8，一个汉字 3 字节），上限 {maxBytes} 字节，请缩短模板",
                $"The message has {bytes} bytes of UTF-8, the limit is {maxBytes}; shorten the template");
    }

    private static Phrase? RefuseImage(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        if (PictureFormat.Of(bytes) is null)
            return new Phrase("图片内容不是 JPG 或 PNG", "The picture is neither a JPG nor a PNG by its content");

        return bytes.Length <= maxBytes
            ? null
            : new Phrase(
                $"图片有 {bytes.Length} 字节，上限 {maxBytes} 字节，请降低海报的尺寸或质量",
                $"The picture has {bytes.Length} bytes, the limit is {maxBytes}; lower the poster's size or quality");
    }

    private static Phrase? RefuseNews(OutgoingMessage.News news)
    {
        if (string.IsNullOrWhiteSpace(news.Title))
            return new Phrase("图文消息没有标题，请检查模板", "The card has no title; check the template");

        return IsWeb(news.Url) && (news.PictureUrl is null || IsWeb(news.PictureUrl))
            ? null
            : new Phrase("图文消息的链接必须以 https:// 或 http:// 开头", "The card's links must start with https:// or http://");
    }

    private static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
