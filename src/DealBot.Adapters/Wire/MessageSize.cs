using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>The checks of a message that every platform shares, against the limits that the adapter states.</summary>
internal static class MessageSize
{
    private const int LongestFileName = 200;

    /// <summary>Why the adapter can't send the message, or null.</summary>
    public static Phrase? Refuse(OutgoingMessage message, AdapterLimits limits) => message switch
    {
        _ when !limits.Kinds.HasFlag(KindOf(message)) => new Phrase("不支持这种消息类型", "This kind of message is not supported"),
        OutgoingMessage.Text text => RefuseText(text.Content, limits.TextLength, limits.TextUnit),
        OutgoingMessage.Markdown markdown => RefuseText(markdown.Source, limits.MarkdownLength, limits.TextUnit),
        OutgoingMessage.Image image => RefuseImage(image, limits),
        OutgoingMessage.Captioned captioned =>
            RefuseText(captioned.Content, limits.CaptionLength, limits.TextUnit) ?? RefuseImage(captioned.Picture, limits),
        OutgoingMessage.News news => RefuseCard(news.Title, news.Url, news.PictureUrl),
        OutgoingMessage.Card card => RefuseCard(card.Title, card.Url, card.PictureUrl),
        OutgoingMessage.File file => RefuseFile(file, limits.FileBytes),
        _ => new Phrase("不支持这种消息类型", "This kind of message is not supported"),
    };

    private static MessageKinds KindOf(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Text => MessageKinds.Text,
        OutgoingMessage.Markdown => MessageKinds.Markdown,
        OutgoingMessage.Image => MessageKinds.Image,
        OutgoingMessage.Captioned => MessageKinds.Captioned,
        OutgoingMessage.News => MessageKinds.News,
        OutgoingMessage.Card => MessageKinds.Card,
        OutgoingMessage.File => MessageKinds.File,
        _ => MessageKinds.None,
    };

    private static Phrase? RefuseText(string text, int most, TextUnit unit)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Phrase("消息内容为空，请检查模板", "The message is empty; check the template");

        var length = unit == TextUnit.Utf8Bytes ? Utf8Text.Bytes(text) : text.Length;
        if (length <= most)
            return null;

        return unit == TextUnit.Utf8Bytes
            ? new Phrase(
                $"消息有 {length} 字节（UTF-8，一个汉字 3 字节），上限 {most} 字节，请缩短模板",
                $"The message has {length} bytes of UTF-8, the limit is {most}; shorten the template")
            : new Phrase(
                $"消息有 {length} 个字符，上限 {most} 个，请缩短模板",
                $"The message has {length} characters, the limit is {most}; shorten the template");
    }

    private static Phrase? RefuseImage(OutgoingMessage.Image image, AdapterLimits limits)
    {
        if (limits.PicturesByUrl)
            return image.PublicUrl is { } url && IsWeb(url) ? null : NoPublicAddress();

        if (PictureFormat.Of(image.Bytes.Span) is null)
            return new Phrase("图片内容不是 JPG 或 PNG", "The picture is neither a JPG nor a PNG by its content");

        return image.Bytes.Length <= limits.ImageBytes
            ? null
            : new Phrase(
                $"图片有 {image.Bytes.Length} 字节，上限 {limits.ImageBytes} 字节，请降低海报的尺寸或质量",
                $"The picture has {image.Bytes.Length} bytes, the limit is {limits.ImageBytes}; lower the poster's size or quality");
    }

    private static Phrase NoPublicAddress() => new(
        "这个平台只能按网址取图，而这张图没有公网地址，请检查 PublicBaseUrl",
        "The platform fetches pictures from an address, and this one has none; check PublicBaseUrl");

    private static Phrase? RefuseCard(string title, Uri link, Uri? picture)
    {
        if (string.IsNullOrWhiteSpace(title))
            return new Phrase("图文消息没有标题，请检查模板", "The card has no title; check the template");

        return IsWeb(link) && (picture is null || IsWeb(picture))
            ? null
            : new Phrase("图文消息的链接必须以 https:// 或 http:// 开头", "The card's links must start with https:// or http://");
    }

    private static Phrase? RefuseFile(OutgoingMessage.File file, int most)
    {
        if (file.Bytes.IsEmpty)
            return new Phrase("文件是空的", "The file is empty");
        if (file.Name.Length is 0 or > LongestFileName || file.Name.AsSpan().ContainsAny("/\\\0"))
            return new Phrase("文件名为空、太长或带有目录", "The file's name is empty, too long or has a folder");

        return file.Bytes.Length <= most
            ? null
            : new Phrase($"文件有 {file.Bytes.Length} 字节，上限 {most} 字节", $"The file has {file.Bytes.Length} bytes, the limit is {most}");
    }

    private static bool IsWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
