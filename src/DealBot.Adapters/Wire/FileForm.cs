using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace DealBot.Adapters.Wire;

/// <summary>
/// A multipart form as the platforms' own samples have it: names of files as plain UTF-8, where .NET would write encoded words that few servers
/// read, and the boundary without quotation marks.
/// </summary>
internal static class FileForm
{
    /// <summary>A form without parts.</summary>
    public static MultipartContent New()
    {
        var boundary = $"----{Guid.NewGuid():N}";
        var form = new MultipartContent("form-data", boundary) { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        form.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
        return form;
    }

    /// <summary>The form with a text added.</summary>
    /// <param name="form">The form.</param>
    /// <param name="part">Name of the part.</param>
    /// <param name="value">The text.</param>
    public static MultipartContent With(this MultipartContent form, string part, string value)
    {
        var text = new StringContent(value) { Headers = { ContentType = null } };
        text.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{part}\"");
        form.Add(text);
        return form;
    }

    /// <summary>The form with a file added.</summary>
    /// <param name="form">The form.</param>
    /// <param name="part">Name of the part.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="mediaType">What the file is said to be.</param>
    public static MultipartContent With(
        this MultipartContent form, string part, string name, ReadOnlyMemory<byte> bytes, string mediaType = "application/octet-stream")
    {
        var file = new ReadOnlyMemoryContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        // WeCom documents filelength; others pass over it.
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            string.Create(CultureInfo.InvariantCulture, $"form-data; name=\"{part}\"; filename=\"{Escape(name)}\"; filelength={bytes.Length}"));
        form.Add(file);
        return form;
    }

    // As browsers do (WHATWG, multipart/form-data encoding algorithm).
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
