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
    /// Error correction. Null, the default, takes the most of quartile, medium and low at which a module is at least <see
    /// cref="EasyModule"/>; if none is, low.
    /// </summary>
    public QrCorrection? Correction { get; init; }

    /// <summary>
    /// Side of a module in user units that phones read at once from a picture that a chat app has compressed. Default 4.
    /// </summary>
    public double EasyModule { get; init; } = 4;

    /// <summary>
    /// Smallest side of a module in user units; a code that would be finer is refused. 0 draws any. Default 3: less cannot be relied on
    /// when a poster of 750 is shown at phone width.
    /// </summary>
    public double LeastModule { get; init; } = 3;
}
