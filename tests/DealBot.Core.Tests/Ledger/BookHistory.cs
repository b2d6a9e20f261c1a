using DealBot.Contracts;

namespace DealBot.Core.Tests.Ledger;

/// <summary>What networks may say of a few orders, and all that happens to the books meanwhile.</summary>
/// <param name="Versions">Every version of every row.</param>
/// <param name="Events">What happens, one after the other; some versions never come, others come often, late and out of order.</param>
internal sealed record BookHistory(IReadOnlyList<OrderUpdate> Versions, IReadOnlyList<BookEvent> Events);
