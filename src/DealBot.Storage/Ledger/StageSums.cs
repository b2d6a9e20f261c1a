using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>What a party gets at each stage, in fen: a row of entries or of movements.</summary>
internal readonly record struct StageSums(long Estimated, long Confirmed, long Settled, long PaidOut)
{
    public static StageSums Of(LedgerEntry entry) => entry.Account.Stage switch
    {
        LedgerStage.Estimated => new StageSums(entry.Amount.Fen, 0, 0, 0),
        LedgerStage.Confirmed => new StageSums(0, entry.Amount.Fen, 0, 0),
        LedgerStage.Settled => new StageSums(0, 0, entry.Amount.Fen, 0),
        _ => new StageSums(0, 0, 0, entry.Amount.Fen),
    };

    public static StageSums operator +(StageSums left, StageSums right) => checked(new StageSums(
        left.Estimated + right.Estimated, left.Confirmed + right.Confirmed, left.Settled + right.Settled, left.PaidOut + right.PaidOut));

    /// <summary>The stages at which there is something.</summary>
    public IEnumerable<LedgerEntry> Entries(LedgerParty party, string id)
    {
        (LedgerStage Stage, long Fen)[] all =
            [(LedgerStage.Estimated, Estimated), (LedgerStage.Confirmed, Confirmed), (LedgerStage.Settled, Settled), (LedgerStage.PaidOut, PaidOut)];
        return all.Where(stage => stage.Fen != 0).Select(stage => new LedgerEntry(new LedgerAccount(party, id, stage.Stage), new Money(stage.Fen)));
    }
}
