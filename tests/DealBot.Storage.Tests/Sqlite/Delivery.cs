using DealBot.Core.Orders;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>One batch.</summary>
/// <param name="Rows">What it brings.</param>
/// <param name="SeenAt">When it comes.</param>
/// <param name="CrashesFirst">Whether the process ends before the transaction is through, and the batch comes again.</param>
internal sealed record Delivery(IReadOnlyList<AttributedOrder> Rows, DateTimeOffset SeenAt, bool CrashesFirst);
