using System.Text;

namespace DealBot.Imaging.Rasterizing;

/// <summary>The text of a document as both readers get it.</summary>
internal static class SvgSource
{
    /// <summary>Without byte order mark and XML declaration, whose encoding would contradict the bytes.</summary>
    /// <exception cref="ImagingException">It is too long.</exception>
    public static string Trim(string svg, int maxBytes)
    {
        var text = svg.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (text.StartsWith("<?xml ", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end)
            text = text[(end + 2)..].TrimStart();

        var length = Encoding.UTF8.GetByteCount(text);
        if (length > maxBytes)
            throw new ImagingException($"The SVG is too long: {length} bytes, at most {maxBytes}. Embed smaller images.");

        return text.Length == svg.Length ? svg : text.ToString();
    }
}
