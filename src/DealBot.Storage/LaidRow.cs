using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Storage;

/// <summary>A row of <c>posts</c> as the plan reads it.</summary>
internal sealed record LaidRow
{
    public string PostId { get; init; } = "";

    public string? GroupId { get; init; }

    public string OwnerId { get; init; } = "";

    public string Adapter { get; init; } = "";

    public string Address { get; init; } = "";

    public long DueAt { get; init; }

    public long PlannedAt { get; init; }

    public long? SentAt { get; init; }

    public string State { get; init; } = "";

    public long Prepared { get; init; }

    public string? LocalAt { get; init; }

    public string? ReasonCode { get; init; }

    public string? MovedZh { get; init; }

    public string? MovedEn { get; init; }

    public long Open { get; init; }

    public long Messages { get; init; }

    public long Images { get; init; }

    public LaidPost ToPost() => new()
    {
        PostId = PostId,
        GroupId = GroupId,
        OwnerId = OwnerId,
        Adapter = Adapter,
        Address = Address,
        DueAt = Moments.From(DueAt),
        PlannedAt = Moments.From(PlannedAt),
        SentAt = SentAt is { } at ? Moments.From(at) : null,
        State = Names.StateOf(State),
        IsPrepared = Prepared == 1,
        IsOpen = Open == 1,
        LocalAt = LocalAt,
        ReasonCode = ReasonCode,
        Moved = MovedZh is null ? null : new Phrase(MovedZh, MovedEn ?? MovedZh),
        Messages = (int)Messages,
        Images = (int)Images,
    };
}
