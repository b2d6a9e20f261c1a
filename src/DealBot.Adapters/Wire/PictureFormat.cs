namespace DealBot.Adapters.Wire;

/// <summary>A picture format recognised by its first bytes; what the caller says it is does not count.</summary>
internal sealed record PictureFormat(string Extension, string MediaType)
{
    private static readonly PictureFormat Jpeg = new("jpg", "image/jpeg");
    private static readonly PictureFormat Png = new("png", "image/png");

    public static PictureFormat? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : null;
}
