using DealBot.Core.Accounts;
using DealBot.Core.Health;

namespace DealBot.Host.Telemetry;

/// <summary>What the ledger said when it was last read.</summary>
internal sealed record LedgerSnapshot(
    DateTimeOffset At, ServiceFigures Figures, IReadOnlyList<AccountLoad> Loads, IReadOnlyList<(AccountKey Account, AccountState State)> Accounts);
