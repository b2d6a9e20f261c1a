using System.Globalization;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Notices;

/// <summary>
/// Tells owners what is still to be told, where they read the digest: several notices in one text, which goes out through the outbox
/// like any post. If the very account that they would go to is stopped they wait, and meanwhile the log and the digest have them.
/// </summary>
public sealed class NoticeRound(OwnerNotices notices, INoticeStore store, IOutbox outbox, NoticeScope scope, ILogger<NoticeRound> logger)
{
    /// <summary>What the id of every post of notices begins with.</summary>
    public const string PostPrefix = "notice.";

    /// <summary>More than this nobody reads in a chat; the others come with the next text.</summary>
    private const int MostInOne = 5;

    private static readonly TimeSpan WorthReading = TimeSpan.FromHours(12);

    private readonly HashSet<(string Owner, DateTimeOffset Since)> _complained = [];

    /// <summary>Runs one round.</summary>
    /// <returns>How many texts were planned.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await notices.FlushAsync(cancellationToken).ConfigureAwait(false);
        var now = scope.Time.GetUtcNow();
        var planned = 0;
        foreach (var (ownerId, lastTold) in await store.WaitingAsync(cancellationToken).ConfigureAwait(false))
        {
            var owner = scope.Posting.Configuration.Current.Owners.FirstOrDefault(owner => owner.Id == ownerId);
            if (owner is not null && IsTime(lastTold, now) && await CanReadAsync(owner, now, cancellationToken).ConfigureAwait(false))
            {
                planned += await PlanAsync(owner, now, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return planned;
    }

    /// <summary>A last time in the future means that the clock was set back since; nobody should go untold for that.</summary>
    private bool IsTime(DateTimeOffset? lastTold, DateTimeOffset now) =>
        lastTold is not { } last || last > now || now - last >= TimeSpan.FromMinutes(scope.Options.MinutesBetween);

    private async Task<bool> CanReadAsync(Owner owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = scope.Posting.AccountOf(owner.Digest.Adapter, owner.Digest.Address);
        var state = await scope.Accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        var isStopped = state.IsDown && state.Waits(now);
        if (isStopped && _complained.Add((owner.Id, state.Since)))
        {
            logger.CannotTell(owner.Id, account.ToString(), state.Reason?.En ?? "");
        }

        return !isStopped;
    }

    private async Task<bool> PlanAsync(Owner owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{PostPrefix}{owner.Id}_{now.UtcDateTime:yyyyMMdd'T'HHmmss}");
        var told = await store.ClaimAsync(owner.Id, id, MostInOne, cancellationToken).ConfigureAwait(false);
        if (told.Count == 0)
        {
            return false;
        }

        var postId = told[0].PostId!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone);
        var texts = NoticeText.Of(told, owner.Digest.Language, zone, scope.Posting.Adapters[owner.Digest.Adapter].LimitsFor(owner.Digest.Address));

        // If a crash came after this last time, the post is there already and this changes nothing.
        await outbox.PlanAsync(PostOf(owner, postId, now, texts), cancellationToken).ConfigureAwait(false);
        await store.ToldAsync(postId, now, cancellationToken).ConfigureAwait(false);
        logger.Telling(owner.Id, told.Count, postId);
        return true;
    }

    private static PlannedPost PostOf(Owner owner, string postId, DateTimeOffset now, IReadOnlyList<string> texts) => new()
    {
        PostId = postId,
        Kind = PostKind.Notice,
        OwnerId = owner.Id,
        Adapter = owner.Digest.Adapter,
        Address = owner.Digest.Address,
        DueAt = now,
        ExpiresAt = now + WorthReading,
        Messages = [.. texts.Select(StoredMessage.OfText)],
    };
}
