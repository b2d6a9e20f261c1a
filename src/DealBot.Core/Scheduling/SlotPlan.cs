using DealBot.Core.Configuration;

namespace DealBot.Core.Scheduling;

/// <summary>What a slot is to contain, after campaign, rule, group, audience and common settings have been laid over each other.</summary>
public sealed record SlotPlan
{
    public required Audience Audience { get; init; }

    public required int Deals { get; init; }

    public required DealFilter Filter { get; init; }

    public required string Copy { get; init; }

    /// <summary>Poster template; null for a post without a poster.</summary>
    public required string? Poster { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>How far the slot may be moved, and before whom it goes.</summary>
    public SlotPace Pace { get; init; } = new();

    /// <summary>Lays the settings over each other, the narrowest first.</summary>
    public static SlotPlan Resolve(DealBotConfiguration configuration, Group group, Campaign? campaign, ScheduleRule? rule)
    {
        var audience = configuration.Audience(group.Audience);
        var filter = (campaign?.Filter ?? new DealFilter())
            .Over(rule?.Filter)
            .Over(group.Filter)
            .Over(audience.Filter)
            .Over(configuration.Selection.Filter)
            .Over(DealFilter.Default);
        var templates = (campaign?.Templates ?? new TemplateChoice())
            .Over(rule?.Templates)
            .Over(group.Templates)
            .Over(audience.Templates)
            .Over(TemplateChoice.Default);
        return new SlotPlan
        {
            Audience = audience,
            Deals = rule?.Deals ?? 1,
            Filter = filter,
            Copy = templates.Copy!,
            Poster = templates.Poster == TemplateChoice.None ? null : templates.Poster,
            Campaign = campaign,
            Pace = SlotPace.Resolve(group, configuration.Schedule(campaign?.Schedule ?? group.Schedule), rule),
        };
    }
}
