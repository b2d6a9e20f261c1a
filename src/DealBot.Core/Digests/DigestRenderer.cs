using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Imaging.Rasterizing;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Digests;

/// <summary>Writes an owner's digest and draws its chart.</summary>
public sealed class DigestRenderer(DigestReader reader, TemplateRenderer templates, IImageRasterizer rasterizer, ILogger<DigestRenderer> logger)
{
    /// <summary>Whether there is anything to tell of a day.</summary>
    public Task<bool> HasSubjectAsync(Owner owner, DateOnly date, CancellationToken cancellationToken) => reader.KnowsAsync(owner, date, cancellationToken);

    /// <exception cref="TemplateFaultException">A template is at fault.</exception>
    public async Task<RenderedDigest> RenderAsync(Owner owner, DateOnly date, CancellationToken cancellationToken)
    {
        var figures = await reader.ReadAsync(owner, date, cancellationToken).ConfigureAwait(false);
        var model = DigestModel.Of(owner, figures);
        var digest = owner.Digest.Spoken();
        var text = templates.Render(digest.Template, model, cancellationToken).ReplaceLineEndings("\n").Trim();
        var svg = templates.Render(digest.Chart, model, cancellationToken);
        return new RenderedDigest(text, Draw(owner, svg, cancellationToken));
    }

    private byte[]? Draw(Owner owner, string svg, CancellationToken cancellationToken)
    {
        try
        {
            return rasterizer.ToJpeg(svg, JpegOptions.Default, cancellationToken);
        }
        catch (ImagingUnavailableException exception)
        {
            logger.LogError("Chart not drawn, sending text only: {Reason}", exception.Message);
            return null;
        }
        catch (ImagingTimeoutException exception)
        {
            logger.LogError("Chart took too long to draw, sending text only: {Reason}", exception.Message);
            return null;
        }
        catch (ImagingException exception)
        {
            throw new TemplateFaultException(new Phrase($"{owner.Digest.Spoken().Chart}：画不出来（{exception.Message}）", $"{owner.Digest.Spoken().Chart}: can't be drawn ({exception.Message})"));
        }
    }
}
