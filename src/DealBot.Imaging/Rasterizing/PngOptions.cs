namespace DealBot.Imaging.Rasterizing;

/// <summary>How <see cref="IImageRasterizer.ToPng"/> draws.</summary>
public sealed record PngOptions
{
    /// <summary>The defaults: full size.</summary>
    public static PngOptions Default { get; } = new();

    /// <summary>Pixels per SVG user unit. Above 0, at most 8. Default 1.</summary>
    public double Scale { get; init; } = 1;

    internal void Validate() => RasterScale.Validate(Scale);
}
