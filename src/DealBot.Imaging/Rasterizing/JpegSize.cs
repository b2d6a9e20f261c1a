namespace DealBot.Imaging.Rasterizing;

/// <summary>How the size of a JPEG depends on its quality, roughly.</summary>
internal static class JpegSize
{
    // Measured on posters, charts and photographs: 0.45 to 0.6. The lower, the more careful.
    private const double Exponent = 0.45;

    /// <summary>The quality at which a file of <paramref name="bytes"/> at <paramref name="quality"/> should come out at <paramref
    /// name="target"/> bytes or less. Not below 1.</summary>
    public static int QualityFor(int target, int bytes, int quality)
    {
        var coarseness = Coarseness(quality) * Math.Pow((double)bytes / target, 1 / Exponent);
        return Math.Clamp((int)Quality(coarseness), 1, quality);
    }

    /// <summary>libjpeg's own scale: by how many percent its standard table of quantisation is multiplied.</summary>
    private static double Coarseness(int quality) => quality < 50 ? 5000.0 / quality : Math.Max(1, 200 - (2.0 * quality));

    private static double Quality(double coarseness) => coarseness > 100 ? 5000 / coarseness : (200 - coarseness) / 2;
}
