namespace DealBot.Storage;

/// <summary>What has to be known of a row that is booked, to book it anew.</summary>
internal sealed record BookedRow(string RowId, string? GroupId, long OrderedAt, long ModifiedAt, string Status, long CommissionFen, string ContentHash);
