using System.Buffers;
using System.Text;
using DealBot.Imaging.Images;

namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>
/// The pictures of a document, cut out of it: what remains is small, so that reading it as XML costs next to nothing, however large the
/// pictures are. In the place of each stands <c>#</c> and its number, which is no base 64.
/// </summary>
internal sealed class EmbeddedPictures
{
    private const string Mark = ";base64,";
    private const int ShortEnoughToStay = 256;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n");
    private static readonly string[] Types = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"];

    private readonly string _svg;
    private readonly List<Range> _cuts = [];
    private long _pixels;

    private EmbeddedPictures(string svg) => _svg = svg;

    public static EmbeddedPictures CutOf(string svg, out string rest)
    {
        var pictures = new EmbeddedPictures(svg);
        rest = pictures.Cut();
        return pictures;
    }

    /// <summary>Counts a picture in, or refuses it: only formats made for pictures get to a decoder, and only so many pixels.</summary>
    /// <param name="uri">The address as it stands in the rest.</param>
    /// <param name="maxPixels">Most pixels of all pictures together.</param>
    public void Check(ReadOnlySpan<char> uri, long maxPixels)
    {
        var comma = uri.IndexOf(',');
        var type = comma < 0 ? "" : uri["data:".Length..comma].ToString();
        if (!type.EndsWith(";base64", StringComparison.OrdinalIgnoreCase) || !Types.Contains(type[..^";base64".Length].Trim(), StringComparer.OrdinalIgnoreCase))
            throw Screen.Refusal($"an embedded picture is '{Screen.Short(type)}'; only image/png, image/jpeg, image/gif and image/webp in base64 are drawn");

        var payload = uri[(comma + 1)..];
        if (payload.StartsWith("#"))
            payload = int.TryParse(payload[1..], out var number) && number >= 0 && number < _cuts.Count ? _svg.AsSpan()[_cuts[number]] : [];
        if (Header(payload) is not { } header)
            throw Screen.Refusal("an embedded picture is no PNG, JPEG, GIF or WebP, whatever its type says");

        _pixels += (long)header.Width * header.Height;
        if (_pixels > maxPixels)
            throw Screen.Refusal($"its pictures have more than {maxPixels} pixels together ({header.Width} x {header.Height} the last)");
    }

    private string Cut()
    {
        var rest = new StringBuilder();
        var done = 0;
        for (int found; (found = _svg.IndexOf(Mark, done, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var start = found + Mark.Length;
            var length = _svg.AsSpan(start).IndexOfAnyExcept(Base64) is >= 0 and var end ? end : _svg.Length - start;
            rest.Append(_svg, done, start - done);
            done = start;
            if (length <= ShortEnoughToStay)
                continue;

            rest.Append('#').Append(_cuts.Count);
            _cuts.Add(start..(start + length));
            done += length;
        }

        return done == 0 ? _svg : rest.Append(_svg, done, _svg.Length - done).ToString();
    }

    private static ImageHeader? Header(ReadOnlySpan<char> payload)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((payload.Length / 4 * 3) + 3);
        try
        {
            return Convert.TryFromBase64Chars(payload, bytes, out var length) ? ImageProbe.Read(bytes.AsSpan(0, length)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
