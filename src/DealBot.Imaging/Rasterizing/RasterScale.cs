namespace DealBot.Imaging.Rasterizing;

internal static class RasterScale
{
    public const double Max = 8;

    public static void Validate(double scale)
    {
        if (scale is not (> 0 and <= Max))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, $"The scale must be above 0 and at most {Max}.");
    }
}
