using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>Stages as columns hold them.</summary>
internal static class LedgerNames
{
    /// <summary>The stage of an order of a status; null if it brings nothing.</summary>
    public static string? StageOf(OrderStatus status) => OrderHolding.StageOf(status) is { } stage ? Names.Of(stage) : null;

    public static LedgerStage? Stage(string? name) => name is null ? null : Names.Parse<LedgerStage>(name);
}
