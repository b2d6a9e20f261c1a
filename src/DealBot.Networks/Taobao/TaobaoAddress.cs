namespace DealBot.Networks.Taobao;

/// <summary>Addresses as Taobao writes them, often without a scheme: <c>//img.alicdn.com/…</c>.</summary>
internal static class TaobaoAddress
{
    /// <summary>The address with its scheme; null for none.</summary>
    public static string? Whole(string? text) => text switch
    {
        null => null,
        _ when text.StartsWith("//", StringComparison.Ordinal) => "https:" + text,
        _ => text,
    };

    /// <summary>The address of a picture; null if it is none that can be fetched.</summary>
    public static Uri? Picture(string? text) =>
        Uri.TryCreate(Whole(text), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
