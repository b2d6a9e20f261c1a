namespace DealBot.Imaging.Qr;

/// <summary>Looks of a QR code.</summary>
public sealed record QrOptions
{
    /// <summary>Black on white, correction by length.</summary>
    public static QrOptions Default { get; } = new();

    /// <summary>
    /// Colour of the modules, any SVG colour. Scanners want it clearly darker than <see cref="Light"/>. Default <c>#000</c>.
    /// </summary>
    public string Dark { get; init; } = "#000";

    /// <summary>Colour of the ground and of the quiet zone, any SVG colour. Default <c>#fff</c>.</summary>
    public string Light { get; init; } = "#fff";

    /// <summary>
    /// Error correction. Null, the default, picks quartile for text of up to 46 bytes of UTF-8, which fits a code of 33 modules, and medium
    /// beyond.
    /// </summary>
    public QrCorrection? Correction { get; init; }
}
