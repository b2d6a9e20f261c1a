using DealBot.Imaging.Images;

namespace DealBot.Imaging.Rasterizing;

/// <summary>What this machine has for drawing, as found by <see cref="LibrsvgRasterizer.Probe"/>.</summary>
/// <param name="LibrsvgVersion">Version of librsvg such as <c>2.54.7</c>, or null when it cannot be loaded.</param>
/// <param name="CairoVersion">Version of cairo such as <c>1.16.0</c>, or null when it cannot be loaded.</param>
/// <param name="HasTurboJpeg">Whether TurboJPEG loads; without it PNG works and JPEG does not.</param>
/// <param name="CjkFont">Family of a font with simplified Chinese, or null: Chinese would be boxes, so nothing is drawn.</param>
/// <param name="EmojiFont">Family of a colour emoji font, or null: emoji would be drawn in one colour or as boxes.</param>
public sealed record RasterizerStatus(string? LibrsvgVersion, string? CairoVersion, bool HasTurboJpeg, string? CjkFont, string? EmojiFont)
{
    /// <summary>
    /// Version of Pango such as <c>1.50.12</c>, or null when it cannot be loaded: text is then laid out by estimate instead of by the font.
    /// </summary>
    public string? PangoVersion { get; init; }

    /// <summary>Which library is too old and which version is needed, in English; null when all are new enough.</summary>
    public string? TooOld { get; init; }

    /// <summary>The same in Chinese.</summary>
    public string? TooOldZh { get; init; }

    /// <summary>Formats of embedded pictures that can be drawn, as found by drawing one of each.</summary>
    public IReadOnlyList<ImageFormat> PictureFormats { get; init; } = [];

    /// <summary>
    /// Whether posters can be drawn. Emoji fonts are not counted: without one a drawing is made, only poorer; without Chinese it would be boxes.
    /// </summary>
    public bool CanDraw => LibrsvgVersion is not null && CairoVersion is not null && HasTurboJpeg && CjkFont is not null && TooOld is null;

    /// <summary>Debian packages to install, empty when nothing is missing.</summary>
    public IReadOnlyList<string> MissingPackages =>
    [
        .. LibrsvgVersion is null || CairoVersion is null ? ["librsvg2-2"] : Array.Empty<string>(),
        .. HasTurboJpeg ? Array.Empty<string>() : ["libturbojpeg0"],
        .. CjkFont is null ? ["fonts-noto-cjk"] : Array.Empty<string>(),
        .. EmojiFont is null ? ["fonts-noto-color-emoji"] : Array.Empty<string>(),
    ];

    /// <summary>One sentence in English for a check's report: the versions, or what to install.</summary>
    public string Message => TooOld ?? (MissingPackages.Count == 0
        ? $"librsvg {LibrsvgVersion}, cairo {CairoVersion}, {PangoText("text by estimate, since Pango cannot be loaded")}, TurboJPEG; fonts {CjkFont}, {EmojiFont}; pictures {string.Join(", ", PictureFormats)}"
        : InstallAdvice.English(MissingPackages));

    /// <summary>The same sentence in Chinese.</summary>
    public string PhraseZh => TooOldZh ?? (MissingPackages.Count == 0
        ? $"librsvg {LibrsvgVersion}、cairo {CairoVersion}、{PangoText("文字宽度按估算，因为加载不了 Pango")}、TurboJPEG；字体 {CjkFont}、{EmojiFont}；图片 {string.Join("、", PictureFormats)}"
        : InstallAdvice.Chinese(MissingPackages));

    private string PangoText(string without) => PangoVersion is null ? without : $"Pango {PangoVersion}";
}
