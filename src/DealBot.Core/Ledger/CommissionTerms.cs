using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>How the commission of an order is divided, by the terms in force when it was ordered. The owner gets what is left.</summary>
/// <param name="OwnerId">The owner; null if nobody ever held the account.</param>
public sealed record CommissionTerms(string? OwnerId)
{
    /// <summary>Who runs the group; null if the owner does.</summary>
    public string? PromoterId { get; init; }

    /// <summary>The promoter's part of the commission.</summary>
    public Rate PromoterRate { get; init; }

    /// <summary>Who invited the promoter; null if nobody did. The one tier above, and the last.</summary>
    public string? InviterId { get; init; }

    /// <summary>The inviter's part of the commission.</summary>
    public Rate InviterRate { get; init; }

    /// <summary>The part of whoever runs the service.</summary>
    public Rate PlatformRate { get; init; }

    /// <summary>Divides a commission. The parts sum to it to the fen, whatever its sign; parts of nothing are left out.</summary>
    public IReadOnlyList<CommissionPart> Divide(Money commission)
    {
        var parts = new List<CommissionPart>(4);
        var left = commission;
        void Give(LedgerParty party, string? id, Rate rate)
        {
            // Each part is rounded by itself, and never to more than is left, whichever way the commission goes.
            var amount = commission < Money.Zero ? Money.Max(left, rate.Of(commission)) : Money.Min(left, rate.Of(commission));
            if (id is not null && amount != Money.Zero)
            {
                parts.Add(new CommissionPart(party, id, amount));
                left -= amount;
            }
        }

        Give(LedgerParty.Promoter, PromoterId, PromoterRate);
        Give(LedgerParty.Promoter, InviterId, InviterRate);
        Give(LedgerParty.Platform, "", PlatformRate);
        if (left != Money.Zero)
        {
            parts.Add(new CommissionPart(LedgerParty.Owner, OwnerId ?? "", left));
        }

        return parts;
    }
}
