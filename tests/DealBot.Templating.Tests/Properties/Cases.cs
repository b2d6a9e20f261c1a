using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Templating.Tests.Properties;

/// <summary>Runs a property on generated texts: the same ones each time, or, for a long search, as many new ones as the environment asks for.</summary>
internal static class Cases
{
    private const int Usual = 300;

    private const ulong Seed = 20260618;

    /// <summary>
    /// <c>DEALBOT_FUZZ_CASES</c> gives the number of cases and <c>DEALBOT_FUZZ_SEED</c> where they start; a failure names its seed.
    /// </summary>
    public static void Check(Gen<string> texts, Func<string, string?> complaint)
    {
        var count = (int)Setting("DEALBOT_FUZZ_CASES", Usual);
        var seed = Setting("DEALBOT_FUZZ_SEED", Seed);
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(40)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(texts, Shorter), Holds));

        // An assertion would count each step of the search for a shorter text as a failure of its own.
        void Holds(string text)
        {
            if (complaint(text) is { } fault)
                throw new InvalidOperationException(fault);
        }
    }

    /// <summary>Texts with a piece left out, long pieces first.</summary>
    private static IEnumerable<string> Shorter(string text)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
            for (var start = 0; start + length <= text.Length; start += length)
                yield return text.Remove(start, length);
    }

    private static ulong Setting(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? ulong.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
