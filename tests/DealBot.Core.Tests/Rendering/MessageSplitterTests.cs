using System.Globalization;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DealBot.Core.Tests.Rendering;

public sealed class MessageSplitterTests
{
    private const string Link = "https://deal.example.cn/g/abcdefghjkm?x=1&y=2";

    [Test]
    public void A_text_that_fits_is_one_piece_as_it_was() =>
        Assert.That(MessageSplitter.Split("第一行\n\n第三行 😀", 100), Is.EqualTo(new[] { "第一行\n\n第三行 😀" }));

    [Test]
    public void A_text_is_cut_at_line_ends_and_pieces_are_filled() =>
        Assert.That(MessageSplitter.Split("aaaa\nbbbb\ncccc\ndddd", 9), Is.EqualTo(new[] { "aaaa\nbbbb", "cccc\ndddd" }));

    [Test]
    public void The_limit_counts_bytes_and_not_letters()
    {
        Assert.That(MessageSplitter.Split("好价\n好价", 13), Is.EqualTo(new[] { "好价\n好价" }));
        Assert.That(MessageSplitter.Split("好价\n好价", 12), Is.EqualTo(new[] { "好价", "好价" }));
    }

    [Test]
    public void A_long_chinese_line_may_be_cut_anywhere() =>
        Assert.That(MessageSplitter.Split("一二三四五六七", 9), Is.EqualTo(new[] { "一二三", "四五六", "七" }));

    [Test]
    public void A_link_is_never_cut_even_between_chinese_letters_without_blanks()
    {
        var pieces = MessageSplitter.Split($"领券再下单更划算啦{Link}记得先看说明", 60)!;

        Assert.That(pieces, Has.One.Contains(Link));
        Assert.That(string.Concat(pieces), Is.EqualTo($"领券再下单更划算啦{Link}记得先看说明"));
    }

    [Test]
    public void A_link_of_markdown_is_never_cut_nor_is_the_name_before_it()
    {
        var text = string.Concat(Enumerable.Repeat($"今天的好价[去京东看看]({Link})别错过", 3));

        var pieces = MessageSplitter.Split(text, 100, isMarkdown: true)!;

        Assert.That(pieces, Has.Exactly(3).Contains($"[去京东看看]({Link})"));
        Assert.That(string.Concat(pieces), Is.EqualTo(text));
    }

    [Test]
    public void A_link_that_fits_exactly_is_kept_whole() => Assert.That(MessageSplitter.Split(Link, Link.Length), Is.EqualTo(new[] { Link }));

    [TestCase(Link)]
    [TestCase("先领券\n" + Link + "\n再下单")]
    [TestCase("先领券" + Link + "再下单")]
    public void Null_if_a_link_is_longer_than_a_message(string text) => Assert.That(MessageSplitter.Split(text, Link.Length - 1), Is.Null);

    [TestCase("👩‍👩‍👧‍👦", TestName = "A_family_of_joined_emoji_is_not_cut")]
    [TestCase("👍🏽", TestName = "An_emoji_with_a_skin_tone_is_not_cut")]
    [TestCase("🇨🇳", TestName = "A_flag_is_not_cut")]
    [TestCase("1️⃣", TestName = "A_keycap_is_not_cut")]
    [TestCase("é", TestName = "A_letter_with_a_combining_mark_is_not_cut")]
    public void Graphemes_are_not_cut(string grapheme)
    {
        var text = string.Concat(Enumerable.Repeat(grapheme, 20));

        var pieces = MessageSplitter.Split(text, Encoding.UTF8.GetByteCount(grapheme) + 1)!;

        Assert.That(pieces, Is.EqualTo(Enumerable.Repeat(grapheme, 20)));
    }

    [TestCase("aaaaaaaaaa\n   \nbbbbbbbbbb")]
    [TestCase("aaaaaaaaaa     \nbbbbbbbbbb")]
    [TestCase("\n\naaaaaaaaaa\n\n\nbbbbbbbbbb\n")]
    [TestCase("aaaaaaaaaa                                   bbbbbbbbbb")]
    public void No_piece_is_blank(string text) => Assert.That(MessageSplitter.Split(text, 10), Is.EqualTo(new[] { "aaaaaaaaaa", "bbbbbbbbbb" }));

    [TestCase("")]
    [TestCase("\n \n")]
    public void A_blank_text_gives_no_pieces(string text) => Assert.That(MessageSplitter.Split(text, 10), Is.Empty);

    [Test]
    public void Where_a_platform_counts_characters_twice_as_many_fit_as_emoji_are_two() =>
        Assert.That(MessageSplitter.Split("好价好价😀😀", 4, TextUnit.Utf16CodeUnits), Is.EqualTo(new[] { "好价好价", "😀😀" }));

    [TestCase(1, TextUnit.Utf8Bytes)]
    [TestCase(2, TextUnit.Utf8Bytes)]
    [TestCase(3, TextUnit.Utf16CodeUnits)]
    [TestCase(4, TextUnit.Utf16CodeUnits)]
    public void Whatever_the_text_pieces_fit_words_stay_whole_and_nothing_is_lost(int seed, TextUnit unit)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var text = RandomText(random);
            var limit = random.Next(25, 200);

            var pieces = MessageSplitter.Split(text, limit, unit);

            var longest = text.Split([' ', '\n']).SelectMany(AsciiRuns).Append("").Max(word => MessageSplitter.LengthOf(word, unit));
            if (longest > limit)
            {
                Assert.That(pieces, Is.Null);
                continue;
            }

            Assert.That(pieces, Is.Not.Null, text);
            Assert.That(pieces!.All(piece => (unit == TextUnit.Utf8Bytes ? Encoding.UTF8.GetByteCount(piece) : piece.Length) <= limit), Is.True, "fits");
            Assert.That(pieces.Any(string.IsNullOrWhiteSpace), Is.False, "not blank");
            Assert.That(Solid(string.Concat(pieces)), Is.EqualTo(Solid(text)), "nothing lost, nothing added");
            Assert.That(pieces.SelectMany(Graphemes), Is.EqualTo(Graphemes(text)), "graphemes whole");
            Assert.That(pieces.SelectMany(AsciiRuns), Is.EqualTo(AsciiRuns(text)), "links whole");
        }
    }

    [Test]
    public void Whatever_letters_there_are_no_piece_is_too_long_and_none_is_cut() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20260618), FSharpOption<int>.None))),
        Prop.ForAll(
            Arb.From(
                from letters in Gen.ListOf(Gen.Elements("好", "a", "9", "-", "/", " ", "\n", "😀", "👩‍👩‍👧‍👦", "👍🏽", "🇨🇳", "1️⃣", "e\u0301", "한", "ไ", "ﷺ", "\u200d", "\ufe0f"), 80)
                from most in Gen.Choose(1, 60)
                from unit in Gen.Elements(TextUnit.Utf8Bytes, TextUnit.Utf16CodeUnits)
                select (Text: string.Concat(letters), Most: most, Unit: unit)),
            example =>
            {
                if (MessageSplitter.Split(example.Text, example.Most, example.Unit) is not { } pieces)
                {
                    return;
                }

                if (pieces.Any(piece => MessageSplitter.LengthOf(piece, example.Unit) > example.Most))
                    throw new InvalidOperationException("a piece is too long");
                if (!pieces.SelectMany(Graphemes).SequenceEqual(Graphemes(example.Text)))
                    throw new InvalidOperationException("a letter is cut, lost or added");
                if (!pieces.SelectMany(AsciiRuns).SequenceEqual(AsciiRuns(example.Text)))
                    throw new InvalidOperationException("a word is cut");
            }));

    private static string RandomText(Random random)
    {
        string[] parts = ["好价", "券后", "😀", "👩‍👩‍👧‍👦", "é", " ", "  ", "\n", "\n\n", "¥9.9", "，", "abc", "https://a.example/g/abc123", "https://a.example/g/xyz?" + new string('q', random.Next(1, 60))];
        return string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static List<string> Graphemes(string text)
    {
        var graphemes = new List<string>();
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
        {
            if (!string.IsNullOrWhiteSpace(walk.GetTextElement()))
            {
                graphemes.Add(walk.GetTextElement());
            }
        }

        return graphemes;
    }

    /// <summary>Runs of plain ASCII letters between anything else, as a link is one.</summary>
    private static List<string> AsciiRuns(string text)
    {
        var runs = new List<string>();
        var joins = false;
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
        {
            var grapheme = walk.GetTextElement();
            var ascii = grapheme.Length == 1 && char.IsAscii(grapheme[0]) && !char.IsWhiteSpace(grapheme[0]);
            if (ascii && joins)
            {
                runs[^1] += grapheme;
            }
            else if (ascii)
            {
                runs.Add(grapheme);
            }

            joins = ascii;
        }

        return runs;
    }
}
