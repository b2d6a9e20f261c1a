using System.Collections;

namespace DealBot.Core.Shares;

/// <summary>A row of the file, by column.</summary>
internal sealed record CsvEntry : IEnumerable<string>
{
    public required string Entry { get; init; }

    public required string PromoterId { get; init; }

    public required string Promoter { get; init; }

    public required string Month { get; init; }

    public string OrderedAt { get; init; } = "";

    public string OrderId { get; init; } = "";

    public string Title { get; init; } = "";

    public string Group { get; init; } = "";

    public string Role { get; init; } = "";

    public string Sales { get; init; } = "";

    public string Commission { get; init; } = "";

    public string Stage { get; init; } = "";

    public string Rate { get; init; } = "";

    public string Share { get; init; } = "";

    public string Estimated { get; init; } = "";

    public string Confirmed { get; init; } = "";

    public string Settled { get; init; } = "";

    public string BookedAt { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The columns in the order of the headings.</summary>
    public IEnumerator<string> GetEnumerator() => new[]
    {
        Entry, PromoterId, Promoter, Month, OrderedAt, OrderId, Title, Group, Role, Sales, Commission, Stage, Rate, Share, Estimated, Confirmed, Settled, BookedAt, Note,
    }.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
