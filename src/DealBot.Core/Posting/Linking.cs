using DealBot.Contracts;
using DealBot.Core.Links;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Fills the places of one post with deals that have a link, best first, and notes those that have none.</summary>
/// <param name="slot">The slot.</param>
/// <param name="mayWait">
/// Whether the slot can be tried again later. Trouble that passes is waited for then, unless another network has deals; else the next best is
/// better than none.
/// </param>
internal sealed class Linking(Slot slot, bool mayWait)
{
    /// <summary>After so many refusals in a row the network is left alone for this post: the cause is hardly in the deals.</summary>
    private const int MostRefusals = 4;

    /// <summary>
    /// Selections after the first. With some picks each they are enough for the many deals that end with a day; a network where nothing holds any
    /// more is not asked for all that it has.
    /// </summary>
    private const int MostFurther = 8;

    private readonly List<PlannedDeal> _deals = [];
    private readonly List<HeldBackDeal> _heldBack = [];
    private readonly Dictionary<string, int> _refusals = [];
    private readonly Dictionary<string, (string Account, LinkResult.Refused Refusal)> _closed = [];
    private readonly HashSet<DealKey> _asked = [];
    private IReadOnlyList<Pick> _picks = [];
    private SelectionReport? _report;
    private SkipReason? _passing;
    private SkipReason? _lasting;
    private bool _callsForMore;
    private int _further;
    private int _at;

    public bool IsFull => _deals.Count >= slot.Plan.Deals;

    /// <summary>What a further selection is to leave out; null if none is needed, or would bring nothing new.</summary>
    public LeftOut? NextLeftOut() => IsFull || !_callsForMore || ++_further > MostFurther
        ? null
        : new LeftOut(_closed.Keys.ToHashSet(), _asked.ToHashSet(), [.. _deals.Select(deal => deal.Deal)]);

    /// <summary>Takes up what was selected. The first selection is the one reported: a later one has the same deals but for those that are left out.</summary>
    public void Offer(DealSelection selection)
    {
        (_picks, _at, _callsForMore) = (selection.Ranked, 0, false);
        _report ??= new SelectionReport(selection.Considered, selection.Rejections);
    }

    /// <summary>The next pick to convert; null if every place is taken or there is none left. Picks of a network that can't convert any are passed over.</summary>
    public Pick? Next()
    {
        while (!IsFull && _at < _picks.Count)
        {
            var pick = _picks[_at++];
            if (!_asked.Add(pick.Entry.Deal.Key))
            {
                continue;
            }

            if (!_closed.TryGetValue(pick.Entry.Deal.Key.Network, out var closed))
            {
                return pick;
            }

            HoldBack(pick, closed.Account, closed.Refusal);
        }

        return null;
    }

    /// <summary>Takes a conversion over.</summary>
    /// <param name="pick">What was picked.</param>
    /// <param name="deal">The deal as it is now.</param>
    /// <param name="code">The redirect code of its link.</param>
    /// <param name="conversion">The conversion.</param>
    public void Take(Pick pick, Deal deal, string code, Conversion conversion)
    {
        if (conversion.Result is LinkResult.Converted converted)
        {
            _deals.Add(new PlannedDeal(deal, pick.Score, code, converted.Link));
            _refusals.Remove(pick.Entry.Deal.Key.Network);
        }
        else if (conversion.Result is LinkResult.Refused refused)
        {
            Refuse(pick, refused, conversion);
        }
    }

    /// <summary>Notes that a pick may not be posted any more.</summary>
    public void Fall(RecheckVerdict.Falls falls)
    {
        _report = (_report ?? SelectionReport.None).Plus(falls.Why);
        if (falls.IsPassing)
        {
            _passing = falls.Reason;
        }
        else
        {
            _lasting = falls.Reason;
            _callsForMore = true;
        }
    }

    /// <summary>What came of it. An empty catalog is one that the first sync after a long stop is still filling.</summary>
    public LinkedDeals End()
    {
        var report = _report ?? SelectionReport.None;
        var mayPass = _deals.Count == 0 && (_passing is not null || report.Considered == 0);
        return new LinkedDeals(_deals, report, _passing ?? _lasting, mayPass) { HeldBack = _heldBack };
    }

    private void Refuse(Pick pick, LinkResult.Refused refused, Conversion conversion)
    {
        var network = pick.Entry.Deal.Key.Network;
        _report = (_report ?? SelectionReport.None).Plus(RejectReason.LinkRefused);
        _refusals[network] = _refusals.GetValueOrDefault(network) + 1;
        if (conversion.IsPassing)
        {
            _passing = SkipReason.NetworkDown(refused.Reason);
        }
        else if (_lasting is null || conversion.Account.Length > 0)
        {
            _lasting = SkipReason.LinkRefused(refused.Reason);
        }

        if ((refused.AccountFault && (mayWait || !refused.IsPassing)) || _refusals[network] == MostRefusals)
        {
            // Every other deal of the account would be refused alike; asking on would only use up its quota.
            _closed.Add(network, (conversion.Account, refused));
            _callsForMore = true;
        }

        HoldBack(pick, conversion.Account, refused);
    }

    /// <summary>
    /// A place is held back once, with the deal that ranked for it: those that would have replaced it would not have been posted had it been.
    /// Deals of a network that the owner has no account with are nothing to him.
    /// </summary>
    private void HoldBack(Pick pick, string account, LinkResult.Refused refusal)
    {
        if (account.Length > 0 && _heldBack.Count < slot.Plan.Deals)
        {
            _heldBack.Add(new HeldBackDeal(slot.Group, pick.Entry.Deal, account, refusal.Code, refusal.Reason, slot.At));
        }
    }
}
