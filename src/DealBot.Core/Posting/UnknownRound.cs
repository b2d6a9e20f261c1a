using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Notices;
using DealBot.Core.Rendering;

namespace DealBot.Core.Posting;

/// <summary>
/// Looks into every post whose outcome is unknown: what the adapter can prove is settled; of the rest the owner is told, once, with the
/// command that sends it again.
/// </summary>
public sealed class UnknownRound(IPostRecovery recovery, DeliveryProver prover, LiveConfiguration configuration, INotices notices, TimeProvider time)
{
    public const string NoticeKind = "post_unknown";

    private const int LongestWords = 24;

    /// <summary>Runs one round.</summary>
    /// <returns>How many posts stay unknown.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var post in await recovery.UnknownAsync(cancellationToken).ConfigureAwait(false))
        {
            var proof = await prover.ProveAsync(post, cancellationToken).ConfigureAwait(false);
            if (proof is DeliveryProof.Unknowable && Reply.Is(post.PostId))
            {
                // An answer in a chat is of no use when it comes again much later, and nobody has to look for it.
                await recovery.ReviewedAsync(post.PostId, cancellationToken).ConfigureAwait(false);
            }
            else if (proof is DeliveryProof.Unknowable)
            {
                // Told before it is noted: a crash in between tells it again, the other order might never tell it.
                await notices.TellAsync(new Notice(post.OwnerId, NoticeKind, post.PostId, Wording(post)), cancellationToken).ConfigureAwait(false);
                await recovery.ReviewedAsync(post.PostId, cancellationToken).ConfigureAwait(false);
                told++;
            }
            else
            {
                await recovery.SettleAsync(post, proof, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }
        }

        return told;
    }

    private Phrase Wording(UnknownPost post)
    {
        var group = post.GroupId is { } id ? configuration.Current.FindGroup(id) : null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(group?.TimeZone ?? Group.DefaultTimeZone);
        var at = TimeZoneInfo.ConvertTime(post.PlannedAt, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        var words = Begin(post.Words);
        return new Phrase(
            $"“{group?.Name ?? post.Address}”{at} 的推送不知道到了没有（{post.Reason.Zh}）。开头是“{words}”，请到群里看一眼；没有的话执行 dealbot resend {post.PostId} 补发",
            $"the post of {at} to {group?.Id ?? post.Address} may or may not have arrived ({post.Reason.En}); it begins with \"{words}\". Look into the chat; if it is missing: dealbot resend {post.PostId}");
    }

    private static string Begin(string? text) => Beginning.Of((text ?? "").ReplaceLineEndings(" ").Trim(), LongestWords);
}
