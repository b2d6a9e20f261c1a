using System.Text.Json.Serialization;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.WeComTask.Payloads;

/// <summary>What comes with the text of a task; of the parts only the one that <see cref="MsgType"/> names is present.</summary>
internal sealed record WeComAttachment([property: JsonPropertyName("msgtype")] string MsgType)
{
    /// <summary>Not documented in what we rely on; WeCom's robots cut titles there.</summary>
    private const int TitleBytes = 128;

    private const int DescriptionBytes = 512;

    public WeComFile? Image { get; init; }

    public WeComLink? Link { get; init; }

    public static WeComAttachment Picture(string mediaId) => new("image") { Image = new WeComFile(mediaId) };

    public static WeComAttachment LinkTo(OutgoingMessage.News news) => new("link")
    {
        Link = new WeComLink(
            Utf8Text.Cut(Utf8Text.WithoutControls(news.Title), TitleBytes),
            news.PictureUrl?.AbsoluteUri,
            Utf8Text.Cut(Utf8Text.WithoutControls(news.Description), DescriptionBytes),
            news.Url.AbsoluteUri),
    };
}
