using DealBot.Contracts;
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

    /// <summary>Template of a card's text; null for a post without a card.</summary>
    public string? Card { get; init; }

    /// <summary>Whether the copy is markdown.</summary>
    public bool IsMarkdown => Copy.EndsWith(TemplateChoice.Markdown, StringComparison.Ordinal);

    public Campaign? Campaign { get; init; }

    /// <summary>Whether the slot is posted as a card where it may be: a card shows one deal.</summary>
    public bool IsCardFor(AdapterLimits? limits) => Card is not null && Deals == 1 && limits?.Kinds.HasFlag(MessageKinds.Card) == true;

    /// <summary>Whether poster and copy go out as one message, if the copy is short enough.</summary>
    public bool IsCaptionedFor(AdapterLimits? limits) => Poster is not null && !IsMarkdown && limits?.Kinds.HasFlag(MessageKinds.Captioned) == true;

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
        var templates = TemplateChoice.Of(campaign, rule, group, audience);
        return new SlotPlan
        {
            Audience = audience,
            Deals = rule?.Deals ?? 1,
            Filter = filter,
            Copy = templates.Copy!,
            Poster = templates.Poster == TemplateChoice.None ? null : templates.Poster,
            Card = templates.Card == TemplateChoice.None ? null : templates.Card,
            Campaign = campaign,
            Pace = SlotPace.Resolve(group, configuration.Schedule(campaign?.Schedule ?? group.Schedule), rule),
        };
    }
}
