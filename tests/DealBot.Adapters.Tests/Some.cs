using DealBot.Contracts;

namespace DealBot.Adapters.Tests;

/// <summary>Values of which only the kind matters to a test.</summary>
internal static class Some
{
    public const string Key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    /// <summary>The 1×1 PNG of WeCom's worked example: 70 bytes.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0x00];

    public static OutgoingMessage.Image Picture => new(Png, "image/png");

    public static SendRequest Request(string address, OutgoingMessage? message = null, string id = "m1") =>
        new(id, address, message ?? new OutgoingMessage.Text("券后 9.9 元 😀"));

    public static OutgoingMessage.News News(string title = "内购券", string description = "今日好价", string url = "https://u.example/a") =>
        new(title, description, new Uri(url, UriKind.RelativeOrAbsolute), null);
}
