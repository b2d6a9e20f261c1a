using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;
using DealBot.Imaging.Rasterizing;
using DealBot.Templating;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Rendering;

/// <summary>Writes the copy and draws the poster of a post. Either all of it succeeds or nothing is posted.</summary>
public sealed class PostRenderer(
    TemplateRenderer templates,
    IImageRasterizer rasterizer,
    ProductImages images,
    PictureFiles pictures,
    ILogger<PostRenderer> logger)
{
    /// <summary>Renders a post.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="deals">Deals with the links that members will see.</param>
    /// <param name="limits">Limits of the adapter that will send it.</param>
    /// <param name="adLawWords">Words to flag in the copy.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RenderedPost> RenderAsync(
        Slot slot, IReadOnlyList<(Deal Deal, string Link)> deals, AdapterLimits limits, IReadOnlyList<string> adLawWords, CancellationToken cancellationToken)
    {
        try
        {
            var model = await ModelAsync(slot, deals, cancellationToken).ConfigureAwait(false);
            var copy = Tidy(templates.Render(slot.Plan.Copy, model, cancellationToken));
            if (copy.Length == 0)
            {
                return new RenderedPost.Refused(SkipReason.Template($"{slot.Plan.Copy} 没有输出任何文字", $"{slot.Plan.Copy} produced no text"));
            }

            if (MessageSplitter.Split(copy, limits.TextLength) is not { } texts)
            {
                return new RenderedPost.Refused(SkipReason.TooLong($"文案里有一个词超过 {limits.TextLength} 字节", $"a word of the copy exceeds {limits.TextLength} bytes"));
            }

            var poster = Draw(slot, model, limits, cancellationToken);
            return new RenderedPost.Ready([.. poster, .. texts.Select(StoredMessage.OfText)], [.. adLawWords.Where(word => copy.Contains(word, StringComparison.Ordinal))]);
        }
        catch (TemplateFaultException fault)
        {
            return new RenderedPost.Refused(SkipReason.Template(fault.Reason.Zh, fault.Reason.En));
        }
    }

    private async Task<TemplateObject> ModelAsync(Slot slot, IReadOnlyList<(Deal Deal, string Link)> deals, CancellationToken cancellationToken)
    {
        // All at once: nine slow pictures must not take nine times as long.
        var pictures = slot.Plan.Poster is null
            ? new string?[deals.Count]
            : await Task.WhenAll(deals.Select(it => images.DataUriAsync(it.Deal.ImageUrl, cancellationToken))).ConfigureAwait(false);
        return DealModel.OfPost(slot, [.. deals.Zip(pictures, (it, picture) => DealModel.Of(it.Deal, it.Link, picture, slot.At))]);
    }

    /// <summary>The poster, if there is to be one. Without the drawing library, or in want of time, a post goes out as text rather than not at all.</summary>
    private IReadOnlyList<StoredMessage> Draw(Slot slot, TemplateObject model, AdapterLimits limits, CancellationToken cancellationToken)
    {
        if (slot.Plan.Poster is not { } name || !limits.Kinds.HasFlag(MessageKinds.Image))
        {
            return [];
        }

        try
        {
            var svg = templates.Render(name, model, cancellationToken);
            var jpeg = rasterizer.ToJpeg(svg, JpegFor(limits), cancellationToken);
            return [StoredMessage.OfImage(pictures.Write(PictureFiles.Posters, $"{slot.PostId}.jpg", jpeg))];
        }
        catch (ImagingUnavailableException exception)
        {
            logger.LogError("Posters can't be drawn, posting text only: {Reason}", exception.PhraseZh);
            return [];
        }
        catch (ImagingTimeoutException exception)
        {
            // A busy machine must not cost the post: the deal and its link are in the text.
            logger.LogError("{Template} took too long to draw, posting text only: {Reason}", name, exception.Message);
            return [];
        }
        catch (ImagingException exception)
        {
            throw new TemplateFaultException(new Phrase($"{name}：画不出来（{exception.Message}）", $"{name}: can't be drawn ({exception.Message})"));
        }
    }

    /// <summary>What the platform takes, but never more than a phone should load.</summary>
    private static JpegOptions JpegFor(AdapterLimits limits) => limits.ImageBytes is > 0 and var most && most < JpegOptions.Default.MaxBytes
        ? JpegOptions.Default with { MaxBytes = most }
        : JpegOptions.Default;

    private static string Tidy(string copy) => copy.ReplaceLineEndings("\n").Trim();
}
