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
    /// <param name="deals">The deals.</param>
    /// <param name="limits">Limits of the adapter that will send it.</param>
    /// <param name="adLawWords">Words to flag in the copy.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RenderedPost> RenderAsync(
        Slot slot, IReadOnlyList<RenderedDeal> deals, AdapterLimits limits, IReadOnlyList<string> adLawWords, CancellationToken cancellationToken)
    {
        try
        {
            var model = await ModelAsync(slot, deals, cancellationToken).ConfigureAwait(false);
            return slot.Plan.IsCardFor(limits) && deals.Count == 1
                ? Card(slot, deals[0], model, adLawWords, cancellationToken)
                : Messages(slot, model, limits, adLawWords, cancellationToken);
        }
        catch (TemplateFaultException fault)
        {
            return new RenderedPost.Refused(SkipReason.Template(fault.Reason.Zh, fault.Reason.En));
        }
    }

    private RenderedPost Messages(Slot slot, TemplateObject model, AdapterLimits limits, IReadOnlyList<string> adLawWords, CancellationToken cancellationToken)
    {
        if (slot.Plan.IsMarkdown && !limits.Kinds.HasFlag(MessageKinds.Markdown))
        {
            return new RenderedPost.Refused(SkipReason.Template(
                $"{slot.Plan.Copy} 是 markdown，适配器 {slot.Group.Adapter} 发不了", $"{slot.Plan.Copy} is markdown, which adapter {slot.Group.Adapter} can't send"));
        }

        var copy = Tidy(templates.Render(slot.Plan.Copy, model, cancellationToken));
        if (copy.Length == 0)
        {
            return new RenderedPost.Refused(SkipReason.Template($"{slot.Plan.Copy} 没有输出任何文字", $"{slot.Plan.Copy} produced no text"));
        }

        var (most, unit) = (slot.Plan.IsMarkdown ? limits.MarkdownLength : limits.TextLength, limits.TextUnit);
        if (MessageSplitter.Split(copy, most, unit, slot.Plan.IsMarkdown) is not { } texts)
        {
            var (zh, en) = unit == TextUnit.Utf8Bytes ? ("字节", "bytes") : ("个字符", "characters");
            return new RenderedPost.Refused(SkipReason.TooLong($"文案里有一个词超过 {most} {zh}", $"a word of the copy exceeds {most} {en}"));
        }

        var poster = Draw(slot, model, limits, cancellationToken);
        var isOne = poster is not null && slot.Plan.IsCaptionedFor(limits) && MessageSplitter.LengthOf(copy, unit) <= limits.CaptionLength;
        IReadOnlyList<StoredMessage> messages = isOne
            ? [StoredMessage.OfCaptioned(poster!.File, copy)]
            : [.. poster is null ? [] : new[] { StoredMessage.OfImage(poster.File) }, .. texts.Select(text => slot.Plan.IsMarkdown ? StoredMessage.OfMarkdown(text) : StoredMessage.OfText(text))];
        return new RenderedPost.Ready(messages, Flagged(adLawWords, copy)) { QrCodes = poster?.QrCodes ?? [] };
    }

    /// <summary>What everybody looks for is on the card whatever the template says: prices, coupon, and the group's own link behind card and button.</summary>
    private RenderedPost Card(Slot slot, RenderedDeal it, TemplateObject model, IReadOnlyList<string> adLawWords, CancellationToken cancellationToken)
    {
        var content = Tidy(templates.Render(slot.Plan.Card!, model, cancellationToken));
        var message = StoredMessage.OfCard(FeedText.Of(it.Deal.Title), content, it.Link, CardFacts.DetailOf(it.Deal, slot.Group.Language));
        return new RenderedPost.Ready([message], Flagged(adLawWords, it.Deal.Title + content));
    }

    private static IReadOnlyList<string> Flagged(IReadOnlyList<string> words, string text) => [.. words.Where(word => text.Contains(word, StringComparison.Ordinal))];

    private async Task<TemplateObject> ModelAsync(Slot slot, IReadOnlyList<RenderedDeal> deals, CancellationToken cancellationToken)
    {
        // All at once: nine slow pictures must not take nine times as long.
        var pictures = slot.Plan.Poster is null
            ? new string?[deals.Count]
            : await Task.WhenAll(deals.Select(it => images.DataUriAsync(it.Deal.ImageUrl, cancellationToken))).ConfigureAwait(false);
        return DealModel.OfPost(slot, [.. deals.Zip(pictures, (it, picture) => DealModel.Of(it.Deal, it.Link, picture, slot.At, it.Facts, it.Command, slot.Group.Language))]);
    }

    /// <summary>The poster, if there is to be one. Without the drawing library, or in want of time, a post goes out as text rather than not at all.</summary>
    private Poster? Draw(Slot slot, TemplateObject model, AdapterLimits limits, CancellationToken cancellationToken)
    {
        if (slot.Plan.Poster is not { } name || !limits.Kinds.HasFlag(MessageKinds.Image))
        {
            return null;
        }

        try
        {
            var qrCodes = new List<string>();
            var svg = templates.RenderPoster(name, model, qrCodes, cancellationToken);
            var jpeg = rasterizer.ToJpeg(svg, JpegFor(limits), cancellationToken);
            return new Poster(pictures.Write(PictureFiles.Posters, $"{slot.PostId}.jpg", jpeg), qrCodes);
        }
        catch (ImagingUnavailableException exception)
        {
            logger.LogError("Posters can't be drawn, posting text only: {Reason}", exception.Message);
            return null;
        }
        catch (ImagingTimeoutException exception)
        {
            // A busy machine must not cost the post: the deal and its link are in the text.
            logger.LogError("{Template} took too long to draw, posting text only: {Reason}", name, exception.Message);
            return null;
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

    /// <summary>A poster as it was drawn.</summary>
    /// <param name="File">Its file.</param>
    /// <param name="QrCodes">What its codes say.</param>
    private sealed record Poster(string File, IReadOnlyList<string> QrCodes);
}
