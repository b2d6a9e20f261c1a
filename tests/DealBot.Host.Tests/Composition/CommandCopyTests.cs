using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Rendering;

namespace DealBot.Host.Tests.Composition;

/// <summary>What the templates that come with DealBot show where a chat blocks the links.</summary>
public sealed class CommandCopyTests
{
    private const string Link = "https://deal.example.cn/g/7kq2mzp4xw3";
    private static readonly PriceFacts Facts = new() { LowOfDays = 30, LowSinceWatched = 45 };
    private static readonly string[] Copies = [.. Directory.GetFiles(Repository.Path("templates", "copy"), "*.sbn-txt").Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)!];

    [Test]
    public void Every_copy_shows_the_command_in_place_of_a_link_that_does_not_open(
        [ValueSource(nameof(Copies))] string name, [Values(1, 3, 6)] int count, [Values] bool hasCoupon)
    {
        var text = Render(name, [.. Enumerable.Range(1, count).Select(number => (Deal($"{number}", hasCoupon), (string?)$"￥AbCdEfG{number}￥"))]);

        for (var number = 1; number <= count; number++)
        {
            Assert.That(text, Does.Contain($"{(IsEnglish(name) ? "Copy this text and open Taobao:" : "复制口令，打开淘宝")} ￥AbCdEfG{number}￥"));
        }

        Assert.That(text, Does.Not.Contain(Link).And.Not.Contain("点这里").And.Not.Contain("Buy here"));
    }

    [Test]
    public void Every_copy_shows_a_link_that_opens([ValueSource(nameof(Copies))] string name) =>
        Assert.That(Render(name, [(Deal("1", hasCoupon: true), null)]), Does.Contain(Link).And.Not.Contain("口令").And.Not.Contain("Copy this text"));

    [Test]
    public void English_copy_has_no_Chinese_word([Values(1, 3)] int count, [Values] bool hasCoupon)
    {
        var deals = Enumerable.Range(1, count).Select(id => (Deal($"{id}", hasCoupon) with { Title = $"Towels {id}", Sales30Days = 12_345 }, (string?)null));

        Assert.That(Render("default.en.sbn-txt", [.. deals]), Does.Not.Match("[\\u4e00-\\u9fff]").And.Contain("Good morning"));
    }

    private static string Render(string name, IReadOnlyList<(Deal Deal, string? Command)> deals)
    {
        var language = IsEnglish(name) ? Language.English : Language.Chinese;
        var model = DealModel.OfPost(Some.Slot(), [.. deals.Select(it => DealModel.Of(it.Deal, Link, null, Some.Morning, Facts, it.Command, language))]);
        return new TemplateRenderer(new TemplateLibrary(Repository.Path("templates")), new TestClock(Some.Morning)).Render($"copy/{name}", model, CancellationToken.None);
    }

    private static bool IsEnglish(string name) => name.Contains(".en.", StringComparison.Ordinal);

    private static Deal Deal(string id, bool hasCoupon) => Some.Deal(id) with
    {
        Key = new DealKey("taobao", id),
        Coupon = hasCoupon ? new Coupon(Money.FromYuan(5), Money.Zero, "p1", null, null) : null,
    };
}
