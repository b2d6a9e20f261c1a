using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Core.Shares;

/// <summary>Draws a statement.</summary>
public sealed class StatementPicture(TemplateRenderer templates, IImageRasterizer rasterizer)
{
    /// <summary>The template that statements are drawn by.</summary>
    public static string TemplateIn(Language language) => language == Language.English ? "statements/monthly.en.sbn-svg" : "statements/monthly.sbn-svg";

    /// <summary>The drawing as SVG; in Chinese if the folder of templates, which may be older than the program, has none in the reader's language.</summary>
    /// <exception cref="TemplateFaultException">The template is at fault.</exception>
    public string ToSvg(Statement statement, StatementLayout layout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var drawn = templates.Knows(TemplateIn(layout.Language)) ? layout : layout with { Language = Language.Chinese };
        return templates.Render(TemplateIn(drawn.Language), StatementModel.Of(statement, drawn), cancellationToken);
    }

    /// <inheritdoc cref="IImageRasterizer.ToPng" />
    public byte[] ToPng(string svg, CancellationToken cancellationToken) => rasterizer.ToPng(svg, PngOptions.Default, cancellationToken);

    /// <inheritdoc cref="IImageRasterizer.ToJpeg" />
    public byte[] ToJpeg(string svg, CancellationToken cancellationToken) => rasterizer.ToJpeg(svg, JpegOptions.Default, cancellationToken);
}
