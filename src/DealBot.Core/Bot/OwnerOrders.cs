using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Rendering;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Bot;

/// <summary>Does what an owner orders. Members read along in a group, so nothing of his earnings is said there.</summary>
public sealed class OwnerOrders(GroupOrders groups, IPauseStore pauses, DigestRound digests, GroupOverview overview, ILogger<OwnerOrders> logger)
{
    /// <returns>The answer; null where what is done shows by itself.</returns>
    public async Task<BotAnswer?> DoAsync(OwnerOrder order, DealBotConfiguration configuration, CancellationToken cancellationToken) => order.Command.Verb switch
    {
        BotVerb.Digest => await DigestAsync(order, configuration, cancellationToken).ConfigureAwait(false),
        BotVerb.Pause => await PauseAsync(order, configuration, cancellationToken).ConfigureAwait(false),
        BotVerb.Resume => await ResumeAsync(order, cancellationToken).ConfigureAwait(false),
        BotVerb.Status => await StatusAsync(order, cancellationToken).ConfigureAwait(false),
        BotVerb.Skip => new BotAnswer(await groups.SkipAsync(order, cancellationToken).ConfigureAwait(false)),
        BotVerb.Post => await groups.PostAsync(order, cancellationToken).ConfigureAwait(false) is { } said ? new BotAnswer(said) : null,
        _ => new BotAnswer(BotText.OwnersHelp(configuration.Bot.Words)),
    };

    private async Task<BotAnswer?> DigestAsync(OwnerOrder order, DealBotConfiguration configuration, CancellationToken cancellationToken)
    {
        foreach (var owner in order.Groups.Select(group => group.Owner).Distinct().Select(configuration.Owner))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone);
            try
            {
                await digests.PlanNowAsync(owner, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.At, zone).DateTime), order.At, cancellationToken).ConfigureAwait(false);
            }
            catch (TemplateFaultException fault)
            {
                return new BotAnswer(order.IsInGroup ? BotText.DigestFailed : BotText.DigestFailedFor(fault.Reason));
            }
        }

        return order.IsInGroup ? new BotAnswer(BotText.DigestIsSent) : null;
    }

    private async Task<BotAnswer> PauseAsync(OwnerOrder order, DealBotConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!PauseLength.TryRead(order.Command.Argument, out var length))
        {
            return new BotAnswer(BotText.HowToPause(configuration.Bot.Words));
        }

        var zone = ZoneOf(order.Groups[0]);
        var until = length.EndOf(order.At, zone);
        foreach (var group in order.Groups)
        {
            await pauses.PauseAsync(new GroupPause(group.Id, order.At, until), cancellationToken).ConfigureAwait(false);
            logger.Paused(group.Id, until?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "told otherwise");
        }

        return new BotAnswer(BotText.Paused(order.Groups, until, zone));
    }

    private async Task<BotAnswer> ResumeAsync(OwnerOrder order, CancellationToken cancellationToken)
    {
        var resumed = new List<Group>();
        foreach (var group in order.Groups)
        {
            if (await pauses.ResumeAsync(group.Id, order.At, cancellationToken).ConfigureAwait(false))
            {
                resumed.Add(group);
                logger.Resumed(group.Id);
            }
        }

        return new BotAnswer(BotText.Resumed(resumed));
    }

    private async Task<BotAnswer> StatusAsync(OwnerOrder order, CancellationToken cancellationToken)
    {
        var standings = await overview.ReadAsync(order.Groups, cancellationToken).ConfigureAwait(false);
        return new BotAnswer(StatusText.Of(standings, isNamed: order.Groups.Count > 1));
    }

    private static TimeZoneInfo ZoneOf(Group group) => TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone);
}
