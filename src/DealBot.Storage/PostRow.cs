using System.Text.Json;
using DealBot.Core.Posting;
using DealBot.Core.Selection;

namespace DealBot.Storage;

/// <summary>A row of <c>posts</c> as it is written.</summary>
internal sealed record PostRow
{
    public required string PostId { get; init; }

    public required string Kind { get; init; }

    public string? GroupId { get; init; }

    public required string OwnerId { get; init; }

    public required string Adapter { get; init; }

    public required string Address { get; init; }

    public required long DueAt { get; init; }

    public required long PlannedAt { get; init; }

    public string? LocalAt { get; init; }

    public string? MovedZh { get; init; }

    public string? MovedEn { get; init; }

    public required long ExpiresAt { get; init; }

    public required string State { get; init; }

    public required long Prepared { get; init; }

    public string? ReasonCode { get; init; }

    public string? ReasonZh { get; init; }

    public string? ReasonEn { get; init; }

    public long Considered { get; init; }

    public string Rejections { get; init; } = "{}";

    public string AdLawFlags { get; init; } = "";

    /// <summary>How many deals gave way to others when they were asked for again.</summary>
    public long Replaced { get; init; }

    /// <summary>A post with its messages.</summary>
    public static PostRow Of(PlannedPost post) => new()
    {
        PostId = post.PostId,
        Kind = Names.Of(post.Kind),
        GroupId = post.GroupId,
        OwnerId = post.OwnerId,
        Adapter = post.Adapter,
        Address = post.Address,
        DueAt = post.DueAt.ToUnixTimeMilliseconds(),
        PlannedAt = post.DueAt.ToUnixTimeMilliseconds(),
        ExpiresAt = post.ExpiresAt.ToUnixTimeMilliseconds(),
        State = Names.Of(PostState.Planned),
        Prepared = 1,
        Considered = post.Selection.Considered,
        Rejections = Write(post.Selection),
        Replaced = post.Selection.Replaced,
        AdLawFlags = string.Join(',', post.AdLawFlags),
    };

    /// <summary>A slot that is laid and has no messages yet.</summary>
    public static PostRow Of(LaidSlot laid)
    {
        var (slot, moved) = (laid.Planned.Slot, laid.Planned.Moved);
        return new()
        {
            PostId = slot.PostId,
            Kind = Names.Of(PostKind.Slot),
            GroupId = slot.Group.Id,
            OwnerId = slot.Group.Owner,
            Adapter = slot.Group.Adapter,
            Address = slot.Group.Address,
            DueAt = slot.At.ToUnixTimeMilliseconds(),
            PlannedAt = laid.Planned.At.ToUnixTimeMilliseconds(),
            LocalAt = slot.LocalAt,
            MovedZh = moved?.Zh,
            MovedEn = moved?.En,
            ExpiresAt = laid.ExpiresAt.ToUnixTimeMilliseconds(),
            State = Names.Of(PostState.Planned),
            Prepared = 0,
        };
    }

    /// <summary>A slot that is not posted.</summary>
    public static PostRow Of(SkippedPost post) => new()
    {
        PostId = post.Slot.PostId,
        Kind = Names.Of(post.Kind),
        GroupId = post.Slot.Group.Id,
        OwnerId = post.Slot.Group.Owner,
        Adapter = post.Slot.Group.Adapter,
        Address = post.Slot.Group.Address,
        DueAt = post.Slot.At.ToUnixTimeMilliseconds(),
        PlannedAt = post.Slot.At.ToUnixTimeMilliseconds(),
        LocalAt = post.Kind == PostKind.Slot ? post.Slot.LocalAt : null,
        ExpiresAt = post.Slot.At.ToUnixTimeMilliseconds(),
        State = Names.Of(PostState.Skipped),
        Prepared = 0,
        ReasonCode = post.Reason.Code,
        ReasonZh = post.Reason.Text.Zh,
        ReasonEn = post.Reason.Text.En,
        Considered = post.Selection.Considered,
        Rejections = Write(post.Selection),
        Replaced = post.Selection.Replaced,
    };

    private static string Write(SelectionReport report) =>
        JsonSerializer.Serialize(report.Rejections.OrderByDescending(pair => pair.Value).ToDictionary(pair => Names.Of(pair.Key), pair => pair.Value));
}
