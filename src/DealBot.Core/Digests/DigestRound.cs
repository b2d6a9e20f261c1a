using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Digests;

/// <summary>Plans each owner's digest once a day, at his hour. It goes out through the outbox like any post.</summary>
public sealed class DigestRound(DigestRenderer renderer, IOutbox outbox, PictureFiles pictures, PostingScope scope, DigestSupervision supervision)
{
    /// <summary>A digest that could not go out at its hour is still worth reading this much later.</summary>
    private static readonly TimeSpan WorthReading = TimeSpan.FromHours(3);

    /// <summary>Plans digests that are due.</summary>
    /// <returns>How many were planned.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var planned = 0;
        foreach (var owner in scope.Configuration.Current.Owners)
        {
            if (Due(owner, supervision.Time.GetUtcNow()) is { } due
                && !await outbox.ExistsAsync(PostIdOf(owner, due.Date), cancellationToken).ConfigureAwait(false)
                && await IsOwedAsync(owner, due.Date, cancellationToken).ConfigureAwait(false))
            {
                planned += await TryPlanAsync(owner, due.Date, due.At, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return planned;
    }

    /// <summary>Plans one owner's digest of a day, now, beside the one that is due at his hour.</summary>
    /// <exception cref="TemplateFaultException">A template is at fault.</exception>
    public Task PlanNowAsync(Owner owner, DateOnly date, DateTimeOffset at, CancellationToken cancellationToken) =>
        PlanAsync(owner, date, at, string.Create(CultureInfo.InvariantCulture, $"{PostIdOf(owner, date)}_{at.UtcDateTime:HHmmssfff}"), cancellationToken);

    private async Task<bool> PlanAsync(Owner owner, DateOnly date, DateTimeOffset at, string id, CancellationToken cancellationToken)
    {
        var digest = await renderer.RenderAsync(owner, date, cancellationToken).ConfigureAwait(false);
        var limits = scope.LimitsFor(owner.Digest.Adapter, owner.Digest.Address);
        var texts = MessageSplitter.Split(digest.Text, limits.TextLength, limits.TextUnit) ?? throw new TemplateFaultException(new Phrase(
            $"{owner.Digest.Spoken().Template}：有一个词超过 {limits.TextLength} {(limits.TextUnit == TextUnit.Utf8Bytes ? "字节" : "个字符")}",
            $"{owner.Digest.Spoken().Template}: a word exceeds {limits.TextLength} {(limits.TextUnit == TextUnit.Utf8Bytes ? "bytes" : "characters")}"));
        IReadOnlyList<StoredMessage> chart = digest.Chart is null || !limits.Kinds.HasFlag(MessageKinds.Image) ? [] : [StoredMessage.OfImage(pictures.Write(PictureFiles.Digests, $"{owner.Id}-{date:yyyy-MM-dd}{id[PostIdOf(owner, date).Length..]}.jpg", digest.Chart))];
        return await outbox.PlanAsync(
            new PlannedPost
            {
                PostId = id,
                Kind = PostKind.Digest,
                OwnerId = owner.Id,
                Adapter = owner.Digest.Adapter,
                Address = owner.Digest.Address,
                DueAt = at,
                ExpiresAt = at + WorthReading,
                Messages = [.. texts.Select(StoredMessage.OfText), .. chart],
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A service that was first started after midnight has nothing to tell of the day before it.</summary>
    private async Task<bool> IsOwedAsync(Owner owner, DateOnly date, CancellationToken cancellationToken) =>
        date == Today(owner, supervision.Time.GetUtcNow()) || await renderer.HasSubjectAsync(owner, date, cancellationToken).ConfigureAwait(false);

    private async Task<bool> TryPlanAsync(Owner owner, DateOnly date, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            return await PlanAsync(owner, date, at, PostIdOf(owner, date), cancellationToken).ConfigureAwait(false);
        }
        catch (TemplateFaultException fault)
        {
            supervision.Logger.LogError("Digest of {Owner} not made: {Reason}", owner.Id, fault.Reason.En);
            return false;
        }
    }

    /// <summary>The digest whose hour has come and that is still worth reading: today's, or shortly after midnight yesterday's.</summary>
    private static (DateOnly Date, DateTimeOffset At)? Due(Owner owner, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone);
        var today = Today(owner, now);
        foreach (var date in new[] { today, today.AddDays(-1) })
        {
            var local = date.ToDateTime(owner.Digest.At);
            var at = new DateTimeOffset(local, zone.GetUtcOffset(local));
            if (now >= at && now < at + WorthReading)
            {
                return (date, at);
            }
        }

        return null;
    }

    private static DateOnly Today(Owner owner, DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone)).DateTime);

    private static string PostIdOf(Owner owner, DateOnly date) => $"digest.{owner.Id}_{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}
