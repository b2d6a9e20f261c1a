using DealBot.Contracts;
using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Clicks;

public sealed class LinkCodesTests
{
    private static readonly DealKey Deal = new("jd", "1001");
    private static readonly LinkCodes Codes = new([1, 2, 3]);

    [Test]
    public void The_same_slot_planned_again_gives_the_same_code() => Assert.That(new LinkCodes([1, 2, 3]).For("p1", Deal), Is.EqualTo(Codes.For("p1", Deal)));

    [Test]
    public void Another_post_deal_or_key_gives_another_code()
    {
        string[] codes = [Codes.For("p1", Deal), Codes.For("p2", Deal), Codes.For("p1", new DealKey("jd", "1002")), Codes.For("p1", new DealKey("pdd", "1001")), new LinkCodes([9]).For("p1", Deal)];

        Assert.That(codes, Is.Unique);
    }

    [Test]
    public void Ten_thousand_codes_are_well_formed_and_differ()
    {
        var codes = Enumerable.Range(0, 10_000).Select(n => Codes.For($"p{n}", Deal)).ToList();

        Assert.That(codes, Is.Unique);
        Assert.That(codes.All(LinkCodes.IsWellFormed), Is.True);
        Assert.That(codes.All(code => code.Length == LinkCodes.Length), Is.True);
    }

    [Test]
    public void Codes_of_neighbouring_posts_agree_in_no_more_places_than_chance_has_it()
    {
        const int pairs = 20_000;
        var codes = Enumerable.Range(0, pairs + 1).Select(n => Codes.For($"mama-1_20260601T{n:000000}", Deal)).ToList();

        var agreeing = Enumerable.Range(0, LinkCodes.Length)
            .Select(place => Enumerable.Range(0, pairs).Count(n => codes[n][place] == codes[n + 1][place]))
            .ToList();

        // One in 31, give or take five standard deviations.
        Assert.That(agreeing, Is.All.InRange(520, 770));
    }

    [Test]
    public void Every_letter_is_as_likely_as_another_in_every_place()
    {
        var codes = Enumerable.Range(0, 31_000).Select(n => Codes.For($"p{n}", Deal)).ToList();

        var counts = Enumerable.Range(0, LinkCodes.Length).SelectMany(place => codes.CountBy(code => code[place]).Select(letter => letter.Value)).ToList();

        Assert.That(counts, Has.Count.EqualTo(31 * LinkCodes.Length).And.All.InRange(840, 1160));
    }

    [TestCase("")]
    [TestCase("abcdefghjk")]
    [TestCase("abcdefghjkmn")]
    [TestCase("ABCDEFGHJKM")]
    [TestCase("abcdefghj0m")]
    [TestCase("abcdefghj1m")]
    [TestCase("abcdefghjlm")]
    [TestCase("abcdefghj/m")]
    [TestCase("一二三四五六七八九十百")]
    public void Anything_else_is_no_code(string text) => Assert.That(LinkCodes.IsWellFormed(text), Is.False);
}
