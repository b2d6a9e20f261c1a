using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DealBot.Simulators.WeCom;

/// <summary>What WeCom documents about one message: either the message as received, or the code of the refusal.</summary>
internal static partial class WeComMessageRules
{
    private const int MaxImageBytes = 2 * 1024 * 1024;

    // Which code the webhook gives for these two is not documented; DealBot must not depend on it.
    private const int TooLong = 45002;
    private const int WrongChecksum = 40058;

    public static WeComVerdict Judge(byte[] body, WeComReceived envelope, Func<string, WeComMedia?> findMedia)
    {
        if (EscapedCharacter().IsMatch(Encoding.UTF8.GetString(body)))
            return new WeComVerdict(40033);

        try
        {
            using var json = JsonDocument.Parse(body);
            return Judge(json.RootElement, envelope, findMedia);
        }
        catch (JsonException)
        {
            return new WeComVerdict(40008, WrongJson: true);
        }
    }

    private static WeComVerdict Judge(JsonElement message, WeComReceived envelope, Func<string, WeComMedia?> findMedia)
    {
        var type = TextOf(message, "msgtype");
        envelope = envelope with { MsgType = type };
        return type switch
        {
            "text" => JudgeText(PartOf(message, type), 2048, envelope),
            "markdown" or "markdown_v2" => JudgeText(PartOf(message, type), 4096, envelope),
            "image" => JudgeImage(PartOf(message, type), envelope),
            "news" => JudgeNews(PartOf(message, type), envelope),
            "file" or "voice" => JudgeMedia(PartOf(message, type), envelope, findMedia),
            "template_card" => JudgeCard(PartOf(message, type), envelope, findMedia),
            _ => new WeComVerdict(40008),
        };
    }

    private static WeComVerdict JudgeText(JsonElement part, int maxBytes, WeComReceived envelope)
    {
        var content = TextOf(part, "content");
        if (content.Length == 0)
            return new WeComVerdict(44004);

        return Encoding.UTF8.GetByteCount(content) > maxBytes
            ? new WeComVerdict(TooLong)
            : new WeComVerdict(0, envelope with { Text = content });
    }

    private static WeComVerdict JudgeImage(JsonElement part, WeComReceived envelope)
    {
        var text = TextOf(part, "base64");
        var buffer = new byte[text.Length];
        if (text.Length == 0 || !Convert.TryFromBase64String(text, buffer, out var length))
            return new WeComVerdict(40058);

        var bytes = buffer.AsMemory(0, length);
        if (length > MaxImageBytes || !IsJpegOrPng(bytes.Span))
            return new WeComVerdict(40009);

        return Md5(bytes.Span).Equals(TextOf(part, "md5"), StringComparison.OrdinalIgnoreCase)
            ? new WeComVerdict(0, envelope with { ImageBytes = bytes })
            : new WeComVerdict(WrongChecksum);
    }

    private static WeComVerdict JudgeNews(JsonElement part, WeComReceived envelope)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty("articles", out var list) || list.ValueKind != JsonValueKind.Array)
            return new WeComVerdict(40063);
        if (list.GetArrayLength() is < 1 or > 8)
            return new WeComVerdict(45008);

        var articles = list.EnumerateArray().Select(ArticleOf).ToList();
        if (articles.Any(article => article.Title.Length == 0 || article.Url.Length == 0))
            return new WeComVerdict(40063);

        return articles.All(article => HasScheme(article.Url))
            ? new WeComVerdict(0, envelope with { Articles = articles })
            : new WeComVerdict(45034);
    }

    private static WeComVerdict JudgeMedia(JsonElement part, WeComReceived envelope, Func<string, WeComMedia?> findMedia)
    {
        var mediaId = TextOf(part, "media_id");
        if (mediaId.Length == 0)
            return new WeComVerdict(41006);

        return findMedia(mediaId) is { } media && media.Type == envelope.MsgType
            ? new WeComVerdict(0, envelope with { File = media.File })
            : new WeComVerdict(40007);
    }

    private static WeComVerdict JudgeCard(JsonElement part, WeComReceived envelope, Func<string, WeComMedia?> findMedia)
    {
        var (code, card) = WeComCardRules.Judge(part, findMedia);
        return new WeComVerdict(code, card is null ? null : envelope with { Card = card });
    }

    private static WeComReceivedArticle ArticleOf(JsonElement article) => new(
        CutBytes(TextOf(article, "title"), 128),
        CutBytes(TextOf(article, "description"), 512),
        TextOf(article, "url"),
        TextOf(article, "picurl") is { Length: > 0 } picture ? picture : null);

    /// <summary>Cuts as WeCom does, without a word and without regard to characters.</summary>
    private static string CutBytes(string text, int maxBytes)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length <= maxBytes ? text : Encoding.UTF8.GetString(bytes, 0, maxBytes);
    }

    internal static bool HasScheme(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    internal static bool IsJpegOrPng(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

#pragma warning disable CA5351 // WeCom's checksum is MD5.
    private static string Md5(ReadOnlySpan<byte> bytes) => Convert.ToHexString(MD5.HashData(bytes));
#pragma warning restore CA5351

    internal static JsonElement PartOf(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var part) ? part : default;

    internal static string TextOf(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    // An escape has an odd number of backslashes before its u.
    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedCharacter();
}
