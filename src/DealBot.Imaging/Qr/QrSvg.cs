using System.Collections;
using System.Text;
using DealBot.Imaging.Charts;
using DealBot.Imaging.Text;
using QRCoder;
using QRCoder.Exceptions;

namespace DealBot.Imaging.Qr;

/// <summary>Draws QR codes as vectors, so that they stay sharp at any scale.</summary>
public static class QrSvg
{
    // Most correction first. High is left to who puts a logo on the code.
    private static readonly QrCorrection[] Choices = [QrCorrection.Quartile, QrCorrection.Medium, QrCorrection.Low];

    /// <summary>
    /// An SVG fragment, a <c>&lt;g&gt;</c> of one rectangle and one path, that shows <paramref name="text"/> as a QR code in a square.
    /// </summary>
    /// <param name="text">What the code says, non-empty; beyond Latin-1 it is written as UTF-8. At most some 2 300 bytes at medium
    /// correction.</param>
    /// <param name="x">Left edge in user units.</param>
    /// <param name="y">Top edge in user units.</param>
    /// <param name="size">Side in user units, above 0, the quiet zone of 4 modules on each side included: at least 3 units a module, 99 for
    /// a short link.</param>
    /// <param name="options">Colours and correction; <see cref="QrOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The text is empty, longer than a QR code can hold, or too long for the size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public static string Draw(string text, double x, double y, double size, QrOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        options ??= QrOptions.Default;

        var rows = Modules(text, size, options);
        var scale = SvgNumber.Format(size / rows.Count, decimals: 5);
        return $"""
            <g transform="translate({SvgNumber.Format(x)} {SvgNumber.Format(y)}) scale({scale})" shape-rendering="crispEdges">
            <rect width="{rows.Count}" height="{rows.Count}" fill="{SvgText.Escape(options.Light)}"/>
            <path fill="{SvgText.Escape(options.Dark)}" d="{Path(rows)}"/>
            </g>
            """;
    }

    /// <summary>
    /// The code to draw: the one asked for, or that with the most correction whose modules are easily read. More correction is of no use
    /// where it makes the modules too fine to be told apart.
    /// </summary>
    private static List<BitArray> Modules(string text, double size, QrOptions options)
    {
        var rows = new List<BitArray>();
        foreach (var correction in options.Correction is { } fixedChoice ? [fixedChoice] : Choices)
        {
            // Less correction holds more text: what is too long for one may fit the next.
            if (TryModules(text, correction) is not { } tried)
                continue;

            rows = tried;
            if (size / rows.Count >= options.EasyModule)
                break;
        }

        if (rows.Count == 0)
            throw new ArgumentException($"A QR code cannot hold {text.Length} characters. Use a short link.", nameof(text));
        if (size / rows.Count < options.LeastModule)
            throw new ArgumentException(
                FormattableString.Invariant($"A QR code of {text.Length} characters needs a size of at least {rows.Count * options.LeastModule}, not {size}, ")
                + "for a phone to read it. Use a short link or a larger code.",
                nameof(size));

        return rows;
    }

    /// <summary>Rows of modules, dark ones true, with a quiet zone of 4 all round; null if the text is too long.</summary>
    private static List<BitArray>? TryModules(string text, QrCorrection correction)
    {
        try
        {
            using var code = QRCodeGenerator.GenerateQrCode(text, Level(correction));
            return code.ModuleMatrix;
        }
        catch (DataTooLongException)
        {
            return null;
        }
    }

    /// <summary>One rectangle for each horizontal run of dark modules, in module units.</summary>
    private static string Path(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(FormattableString.Invariant($"M{start} {y}h{x - start}v1h{start - x}z"));
            }
        }

        return path.ToString();
    }

    private static QRCodeGenerator.ECCLevel Level(QrCorrection correction) => correction switch
    {
        QrCorrection.Low => QRCodeGenerator.ECCLevel.L,
        QrCorrection.Quartile => QRCodeGenerator.ECCLevel.Q,
        QrCorrection.High => QRCodeGenerator.ECCLevel.H,
        _ => QRCodeGenerator.ECCLevel.M,
    };
}
