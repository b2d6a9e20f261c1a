using DealBot.Contracts;
using DealBot.Core.Ledger;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Core.Tests.Ledger;

public sealed class CommissionTermsTests
{
    /// <summary>The same cases each time: what fails once fails again, and fails whoever broke it.</summary>
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260618), FSharpOption<int>.None)));

    /// <summary>Rates that a valid configuration can come to: together never more than all.</summary>
    private static readonly Arbitrary<(CommissionTerms Terms, long Fen)> Divisions = (
        from promoter in Gen.Choose(0, 10_000)
        from inviter in Gen.Choose(0, 10_000 - promoter)
        from platform in Gen.Choose(0, 10_000 - promoter - inviter)
        from who in Gen.Choose(0, 2)
        from fen in Gen.OneOf(Gen.Choose(-300, 300), Gen.Choose(-50_000_000, 50_000_000))
        select (
            new CommissionTerms("li")
            {
                PromoterId = who == 0 ? null : "zhao",
                PromoterRate = new Rate(promoter),
                InviterId = who == 2 ? "chen" : null,
                InviterRate = new Rate(inviter),
                PlatformRate = new Rate(platform),
            },
            (long)fen)).ToArbitrary();

    [Test]
    public void Parts_sum_to_the_commission_to_the_fen() => Check.One(
        Often,
        Prop.ForAll(Divisions, it => it.Terms.Divide(new Money(it.Fen)).Sum(part => part.Amount.Fen) == it.Fen));

    [Test]
    public void No_part_is_of_the_other_sign_or_of_nothing_and_nobody_has_two() => Check.One(
        Often,
        Prop.ForAll(Divisions, it =>
        {
            var parts = it.Terms.Divide(new Money(it.Fen));
            return parts.All(part => Math.Sign(part.Amount.Fen) == Math.Sign(it.Fen)) && parts.DistinctBy(part => (part.Party, part.Id)).Count() == parts.Count;
        }));

    [Test]
    public void What_is_taken_back_is_what_was_given() => Check.One(
        Often,
        Prop.ForAll(Divisions, it => it.Terms.Divide(new Money(-it.Fen)).SequenceEqual(
            it.Terms.Divide(new Money(it.Fen)).Select(part => part with { Amount = Money.Zero - part.Amount }))));

    [Test]
    public void Each_part_is_its_rate_to_the_nearest_fen_while_something_is_left() => Check.One(
        Often,
        Prop.ForAll(Divisions, it => it.Terms.Divide(new Money(it.Fen))
            .Where(part => part is { Party: LedgerParty.Promoter, Id: "zhao" })
            .All(part => part.Amount == it.Terms.PromoterRate.Of(new Money(it.Fen)))));

    [Test]
    public void Halves_are_rounded_up_in_turn_and_the_owner_gets_what_is_left()
    {
        var terms = new CommissionTerms("li")
        {
            PromoterId = "zhao",
            PromoterRate = Rate.FromPercent(50),
            InviterId = "chen",
            InviterRate = Rate.FromPercent(50),
        };

        Assert.That(terms.Divide(new Money(3)), Is.EqualTo(new[]
        {
            new CommissionPart(LedgerParty.Promoter, "zhao", new Money(2)),
            new CommissionPart(LedgerParty.Promoter, "chen", new Money(1)),
        }));
    }
}
