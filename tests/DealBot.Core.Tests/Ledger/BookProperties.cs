using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Core.Tests.Ledger;

/// <summary>
/// Whatever comes in whatever order, is claimed, counted anew, shared by other terms and paid out: the books hold what the orders come to, nothing posted
/// is ever changed, and every month is rebuilt to the fen from what was kept.
/// </summary>
public sealed class BookProperties
{
    private const ulong Seed = 20260701;

    [Test]
    public void Books_hold_what_orders_come_to_whatever_owners_do_meanwhile_and_are_rebuilt_to_the_fen()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Count()).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(BookHistories.All), history => HoldsAsync(history).GetAwaiter().GetResult()));
    }

    private static async Task HoldsAsync(BookHistory history)
    {
        using var stage = new BookStage();
        await stage.BeginAsync();
        var earlier = stage.Lines();
        foreach (var happens in history.Events)
        {
            await stage.HappensAsync(happens, history.Versions);
            var now = stage.Lines();
            BookStage.Require(now.Take(earlier.Count).SequenceEqual(earlier), $"what was posted has changed by {happens}");
            await stage.RequireBalancesAsync();
            earlier = now;
        }

        await stage.RequireRebuiltAsync();
    }

    private static int Count() =>
        Environment.GetEnvironmentVariable("DEALBOT_FUZZ_CASES") is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : 40;
}
