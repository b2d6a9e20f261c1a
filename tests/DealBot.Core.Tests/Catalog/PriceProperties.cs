using DealBot.Contracts;
using DealBot.Core.Catalog;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Core.Tests.Catalog;

/// <summary>What holds of every history and price. The days are kept here as a plain table, and what is claimed is held against it day by day.</summary>
public sealed class PriceProperties
{
    private const int Today = 20_000;
    private const int WatchDays = 30;

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260601), FSharpOption<int>.None)));

    /// <summary>A few prices over some months, with gaps, doubled sightings, and now and then one of a day to come.</summary>
    private static readonly Gen<Scene> Scenes =
        from watched in Gen.Choose(0, 420)
        from sightings in Gen.Choose(0, 250)
        from prices in Gen.Elements(2, 4, 30)
        from days in Gen.Choose(-watched, 0).Select(day => Today + day).ListOf(sightings)
        from lows in Gen.Choose(1, prices).ListOf(sightings)
        from ahead in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 40)))
        from price in Gen.Choose(1, prices)
        select new Scene(
            [.. days.Zip(lows, (day, low) => new PriceDay(day, new Money(low * 100))), .. ahead == 0 ? Array.Empty<PriceDay>() : [new PriceDay(Today + ahead, new Money(200))]],
            new Money(price * 100));

    [Test]
    public void A_history_keeps_the_lowest_of_each_day_in_whatever_order_they_come() => ForAll(scene =>
    {
        var kept = PriceHistory.Unpack(PriceHistory.Of(scene.Sightings).Packed.ToArray());

        Require(kept.Days.SequenceEqual(scene.Days), "the days differ");
        Require(PriceHistory.Of(scene.Sightings.Reverse()).Packed.Span.SequenceEqual(kept.Packed.Span), "the order matters");
        Require(scene.Sightings.All(seen => ReferenceEquals(kept.With(seen), kept)), "a sighting twice changes something");
    });

    [Test]
    public void No_low_is_claimed_that_any_day_contradicts() => ForAll(scene =>
    {
        var facts = scene.Facts;
        foreach (var span in new[] { facts.LowOfDays, facts.LowSinceWatched }.OfType<int>())
        {
            var within = scene.Days.Where(day => day.Day >= Today - span && day.Day < Today).ToList();
            Require(scene.Days.Where(day => day.Day >= Today - span).All(day => day.Low >= scene.Price), $"lower within {span} days");
            Require(within.Where(day => day.Low == scene.Price).All(day => day.Day >= Today - 3), $"{span} days: not new");
            Require(within.Exists(day => day.Low > scene.Price), $"{span} days: never higher");
            Require(scene.Days[0].Day <= Today - span, $"not watched for {span} days");
            Require(within.Count * 2 >= span, $"seen on too few of {span} days");
        }
    });

    [Test]
    public void The_longest_low_that_holds_is_claimed() => ForAll(scene =>
    {
        foreach (var span in new[] { 7, 30, 90, 180, 365 }.Where(span => span > (scene.Facts.LowOfDays ?? 0)))
        {
            var within = scene.Days.Where(day => day.Day >= Today - span && day.Day < Today).ToList();
            var holds = scene.Days.Count > 0 && scene.Days[0].Day <= Today - span && within.Count * 2 >= span
                && scene.Days.Where(day => day.Day >= Today - span).All(day => day.Low > scene.Price || (day.Low == scene.Price && day.Day >= Today - 3));
            Require(!holds, $"{span} days would hold");
        }
    });

    [Test]
    public void A_real_discount_is_never_more_than_half_of_the_days_bear_out() => ForAll(scene =>
    {
        if (scene.Facts is not { RealDiscount: { } discount, Usual: { } usual })
        {
            return;
        }

        var lows = scene.Days.Where(day => day.Day >= Today - 30 && day.Day < Today).Select(day => day.Low).ToList();
        Require(lows.Count >= 7, "too few days");
        Require(lows.Contains(usual), "a price that was never seen");
        Require(lows.Count(low => low >= usual) * 2 >= lows.Count, "it was lower on most days");
        Require(usual.Fen * (10_000 - discount.BasisPoints) >= scene.Price.Fen * 10_000, "rounded up");
    });

    [Test]
    public void Bytes_that_were_cut_off_or_spoilt_are_read_without_harm()
    {
        var bytes = Gen.Choose(0, 255).Select(value => (byte)value).ListOf().Select(list => list.ToArray());
        Check.One(Often, Prop.ForAll(bytes.ToArbitrary(), packed => _ = PriceHistory.Unpack(packed).LastDay));
    }

    private static void ForAll(Action<Scene> holds) => Check.One(Often, Prop.ForAll(Scenes.ToArbitrary(), holds));

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private sealed record Scene(IReadOnlyList<PriceDay> Sightings, Money Price)
    {
        public IReadOnlyList<PriceDay> Days { get; } =
            [.. Sightings.GroupBy(seen => seen.Day).Select(day => new PriceDay(day.Key, day.Min(seen => seen.Low))).OrderBy(day => day.Day)];

        public PriceFacts Facts => PriceFacts.Of(PriceHistory.Of(Sightings), Price, Today, WatchDays);
    }
}
