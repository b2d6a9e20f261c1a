using System.Data;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>The numbers by which rows of the books name parties and terms. Looked up once within a transaction, and given where there was none.</summary>
internal sealed class LedgerKeys : IDisposable
{
    private readonly Dictionary<(LedgerParty Party, string Id), long> _accounts = [];
    private readonly Dictionary<CommissionTerms, long> _termsIds = [];
    private readonly Dictionary<long, CommissionTerms> _terms = [];
    private (CommissionTerms? Terms, long Number) _last;
    private readonly RowCommand _findAccount;
    private readonly RowCommand _addAccount;
    private readonly RowCommand _findTerms;
    private readonly RowCommand _addTerms;
    private readonly RowCommand _readTerms;

    public LedgerKeys(IDbConnection connection, IDbTransaction transaction)
    {
        _findAccount = new RowCommand(connection, transaction, "SELECT account_id FROM ledger_accounts WHERE party = @p0 AND id = @p1");
        _addAccount = new RowCommand(connection, transaction, "INSERT INTO ledger_accounts (party, id) VALUES (@p0, @p1) RETURNING account_id");
        _findTerms = new RowCommand(
            connection,
            transaction,
            """
            SELECT terms_id FROM ledger_terms WHERE owner_id = @p0 AND promoter_id = @p1 AND promoter_bp = @p2
                AND inviter_id = @p3 AND inviter_bp = @p4 AND platform_bp = @p5
            """);
        _addTerms = new RowCommand(
            connection,
            transaction,
            """
            INSERT INTO ledger_terms (owner_id, promoter_id, promoter_bp, inviter_id, inviter_bp, platform_bp)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5) RETURNING terms_id
            """);
        _readTerms = new RowCommand(
            connection,
            transaction,
            "SELECT owner_id, promoter_id, promoter_bp, inviter_id, inviter_bp, platform_bp FROM ledger_terms WHERE terms_id = @p0");
    }

    public long Of(LedgerParty party, string id)
    {
        if (!_accounts.TryGetValue((party, id), out var number))
        {
            RowValue[] values = [Names.Of(party), id];
            number = _findAccount.With(values).Number() ?? _addAccount.With(values).Number()!.Value;
            _accounts[(party, id)] = number;
        }

        return number;
    }

    public long Of(CommissionTerms terms)
    {
        // Asked for several times of each row.
        if (!ReferenceEquals(terms, _last.Terms))
        {
            _last = (terms, Find(terms));
        }

        return _last.Number;
    }

    /// <summary>The terms of a number.</summary>
    public CommissionTerms Terms(long number)
    {
        if (!_terms.TryGetValue(number, out var terms))
        {
            var row = _readTerms.With(number).Row() ?? throw new InvalidDataException($"ledger_terms has no row {number}");
            terms = Terms(row[0].Text!, row[1].Text!, (int)row[2].Number!, row[3].Text!, (int)row[4].Number!, (int)row[5].Number!);
            _terms[number] = terms;
        }

        return terms;
    }

    /// <summary>Terms as their columns say them.</summary>
    public static CommissionTerms Terms(string ownerId, string promoterId, int promoterBp, string inviterId, int inviterBp, int platformBp) => new(NullIfEmpty(ownerId))
    {
        PromoterId = NullIfEmpty(promoterId),
        PromoterRate = new Rate(promoterBp),
        InviterId = NullIfEmpty(inviterId),
        InviterRate = new Rate(inviterBp),
        PlatformRate = new Rate(platformBp),
    };

    public void Dispose()
    {
        _findAccount.Dispose();
        _addAccount.Dispose();
        _findTerms.Dispose();
        _addTerms.Dispose();
        _readTerms.Dispose();
    }

    private long Find(CommissionTerms terms)
    {
        if (!_termsIds.TryGetValue(terms, out var number))
        {
            RowValue[] values =
            [
                terms.OwnerId ?? "", terms.PromoterId ?? "", (long)terms.PromoterRate.BasisPoints,
                terms.InviterId ?? "", (long)terms.InviterRate.BasisPoints, (long)terms.PlatformRate.BasisPoints,
            ];
            number = _findTerms.With(values).Number() ?? _addTerms.With(values).Number()!.Value;
            _termsIds[terms] = number;
        }

        return number;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
