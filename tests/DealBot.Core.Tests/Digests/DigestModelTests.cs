using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Templating;

namespace DealBot.Core.Tests.Digests;

public sealed class DigestModelTests
{
    private static readonly Owner Li = new()
    {
        Id = "li",
        Name = "李姐",
        NetworkAccounts = new Dictionary<string, string>(),
        Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
    };

    private static readonly DigestFigures Nothing = new(new DateOnly(2026, 6, 1), Figures.None, Figures.None, Figures.None, [], [], [], [], [], []);

    [TestCase(15, 10, "+50%")]
    [TestCase(5, 10, "-50%")]
    [TestCase(10, 10, "0%")]
    [TestCase(0, 10, "-100%")]
    [TestCase(1004, 1000, "0%")]
    [TestCase(1005, 1000, "+1%")]
    public void A_change_is_written_in_percent_with_its_sign(long now, long before, string expected) =>
        Assert.That(Versus(now, before)["clicks"], Is.EqualTo(expected));

    [Test]
    public void With_nothing_to_compare_there_is_no_change_to_tell() => Assert.That(Versus(15, 0)["clicks"], Is.Null);

    [Test]
    public void Orders_of_no_group_are_told_with_the_command_that_lists_them()
    {
        var model = DigestModel.Of(Li, Nothing with { Unattributed = new UnattributedOrders(2, new Money(360)) });
        var told = (TemplateObject)model["unattributed"]!;

        Assert.That((told["orders"], told["commission"]), Is.EqualTo((2L, "3.60")));
        Assert.That(told["command"], Is.EqualTo($"dealbot orders --date {model["date"]} --unattributed"));
        Assert.That(DigestModel.Of(Li, Nothing)["unattributed"], Is.Null);
    }

    [Test]
    public void Posts_that_went_out_late_are_told_in_words()
    {
        var late = (TemplateObject)DigestModel.Of(Li, Nothing with { Drift = new Drift(9, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(725)) })["late"]!;

        Assert.That((late["median"], late["worst"]), Is.EqualTo(("4 秒", "12 分钟")));
    }

    [Test]
    public void Up_to_five_minutes_are_not_worth_telling() =>
        Assert.That(DigestModel.Of(Li, Nothing with { Drift = new Drift(9, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(5)) })["late"], Is.Null);

    [Test]
    public void What_came_of_asking_again_is_told_where_anything_came_of_it()
    {
        var rechecks = (TemplateObject)DigestModel.Of(Li, Nothing with { Rechecks = new RecheckCount(4, 1) })["rechecks"]!;

        Assert.That((rechecks["replaced"], rechecks["withdrawn"]), Is.EqualTo((4L, 1L)));
        Assert.That(DigestModel.Of(Li, Nothing)["rechecks"], Is.Null);
    }

    [Test]
    public void The_mean_is_that_of_seven_days()
    {
        var model = DigestModel.Of(Li, Nothing with { Today = Figures.None with { Orders = 15 }, SevenDays = Figures.None with { Orders = 70 } });

        Assert.That(((TemplateObject)model["versus_mean"]!)["orders"], Is.EqualTo("+50%"));
    }

    [Test]
    public void The_date_is_told_as_people_say_it()
    {
        var model = DigestModel.Of(Li, Nothing);

        Assert.That((model["date"], model["month"], model["day"], model["weekday"]), Is.EqualTo(("2026-06-01", (object)6, (object)1, "一")));
    }

    [Test]
    public void Money_is_written_as_books_are_kept()
    {
        var today = (TemplateObject)DigestModel.Of(Li, Nothing with { Today = Figures.None with { Commission = new Money(1230) } })["today"]!;

        Assert.That((today["commission"], today["commission_yuan"]), Is.EqualTo(("12.30", (object)12.30m)));
    }

    [Test]
    public void Of_a_day_that_lost_money_there_is_no_percentage()
    {
        var model = DigestModel.Of(
            Li, Nothing with { Today = Figures.None with { Commission = new Money(1_000) }, Yesterday = Figures.None with { Commission = new Money(-500) } });

        Assert.That(((TemplateObject)model["versus_yesterday"]!)["commission"], Is.Null);
    }

    [Test]
    public void The_best_deals_are_those_that_earned_most_and_were_clicked_at_all()
    {
        var model = DigestModel.Of(Li, Nothing with { Deals = [Deal("a", 5, 0, 0), Deal("b", 9, 1, 300), Deal("c", 7, 0, 0), Deal("d", 0, 0, 0), Deal("e", 1, 1, 900)] });

        Assert.That(Titles(model["best"]), Is.EqualTo(new[] { "e", "b", "c" }));
        Assert.That(Titles(model["worst"]), Is.EqualTo(new[] { "d", "a", "c" }));
    }

    [Test]
    public void Deals_nobody_clicked_are_not_called_best()
    {
        var model = DigestModel.Of(Li, Nothing with { Deals = [Deal("a", 0, 0, 0)] });

        Assert.That(Titles(model["best"]), Is.Empty);
    }

    [Test]
    public void Deals_that_went_as_commands_are_no_failures_and_are_best_by_what_they_sold()
    {
        var model = DigestModel.Of(Li, Nothing with { Deals = [Deal("a", 0, 0, 0), Deal("b", 0, 0, 0) with { AsCommand = 1 }, Deal("c", 0, 2, 600) with { AsCommand = 1 }] });

        Assert.That(Titles(model["worst"]), Is.EqualTo(new[] { "a" }));
        Assert.That(Titles(model["best"]), Is.EqualTo(new[] { "c" }));
        Assert.That(((TemplateObject)((TemplateArray)model["best"]!)[0]!)["command_posts"], Is.EqualTo(1));
    }

    [Test]
    public void Commands_do_not_make_room_for_less_than_three_failures()
    {
        var model = DigestModel.Of(Li, Nothing with { Deals = [Deal("a", 3, 0, 0), Deal("b", 2, 0, 0), Deal("c", 1, 0, 0), Deal("d", 0, 0, 0) with { AsCommand = 1 }] });

        Assert.That(Titles(model["worst"]), Is.EqualTo(new[] { "c", "b", "a" }));
    }

    [Test]
    public void Posts_with_commands_are_counted_by_group_and_together()
    {
        var model = DigestModel.Of(Li, Nothing with
        {
            Groups = [(Some.Group("mama-1"), Figures.None), (Some.Group("mama-2"), Figures.None)],
            CommandPosts = new Dictionary<string, long> { ["mama-1"] = 3, ["mama-2"] = 4 },
        });

        Assert.That((model["command_posts"], ((TemplateObject)((TemplateArray)model["groups"]!)[0]!)["command_posts"]), Is.EqualTo((7L, 3L)));
    }

    private static TemplateObject Versus(long now, long before) => (TemplateObject)DigestModel.Of(
        Li,
        Nothing with { Today = Figures.None with { Clicks = now }, Yesterday = Figures.None with { Clicks = before } })["versus_yesterday"]!;

    private static DealResult Deal(string title, long clicks, long orders, long fen) => new(new DealKey("jd", title), title, 1, clicks, orders, new Money(fen));

    private static IEnumerable<object?> Titles(object? deals) => ((TemplateArray)deals!).Select(deal => ((TemplateObject)deal!)["title"]);
}
