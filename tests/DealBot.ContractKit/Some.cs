using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>Values of which only the kind matters to a test.</summary>
public static class Some
{
    /// <summary>A PNG of one pixel.</summary>
    public static IReadOnlyList<byte> Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>The beginning of a JPEG.</summary>
    public static IReadOnlyList<byte> Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0x00];

    /// <summary>A picture, with a public address for platforms that fetch it.</summary>
    public static OutgoingMessage.Image Picture => new(Png.ToArray(), "image/png", new Uri("https://deal.example.cn/p/1.png"));

    /// <summary>A message to an address.</summary>
    public static SendRequest Request(string address, OutgoingMessage? message = null, string id = "m1") =>
        new(id, address, message ?? new OutgoingMessage.Text("券后 9.9 元 😀"));

    /// <summary>A plain card.</summary>
    public static OutgoingMessage.News News(string title = "内购券", string description = "今日好价", string url = "https://u.example/a") =>
        new(title, description, new Uri(url, UriKind.RelativeOrAbsolute), null);

    /// <summary>A card with facts and a button.</summary>
    public static OutgoingMessage.Card Card(string title = "纸尿裤 L 码", string url = "https://u.example/a") => new(
        title, "今日好价", [new CardFact("券后", "¥9.9"), new CardFact("原价", "¥19.9")], "领券购买", new Uri(url, UriKind.RelativeOrAbsolute), null);
}
