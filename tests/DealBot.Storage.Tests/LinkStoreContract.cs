using DealBot.Contracts;
using DealBot.Core.Clicks;

namespace DealBot.Storage.Tests;

public abstract class LinkStoreContract : StorageContract
{
    [Test]
    public async Task A_link_is_found_by_its_code_from_the_moment_its_post_is_planned()
    {
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [Some.PlannedDeal(code: "aaaaaaaaaaa"), Some.PlannedDeal(Some.Deal("2"), "bbbbbbbbbbb")] }, default);

        var link = await Stage.Links.FindAsync("bbbbbbbbbbb", default);

        Assert.That(link, Is.EqualTo(new TrackedLink("bbbbbbbbbbb", "p1", "mama-1", new DealKey("jd", "2"), new Uri("https://union.example/bbbbbbbbbbb")) { PostedAt = Some.Morning }));
    }

    [Test]
    public async Task Many_links_are_found_with_one_question_and_codes_that_nobody_gave_out_are_left_out()
    {
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [Some.PlannedDeal(code: "aaaaaaaaaaa"), Some.PlannedDeal(Some.Deal("2"), "bbbbbbbbbbb")] }, default);

        var found = await Stage.Links.FindAllAsync([.. Enumerable.Range(0, 498).Select(number => $"none{number:0000000}"), "bbbbbbbbbbb", "aaaaaaaaaaa"], default);

        Assert.That(found.Select(link => link.Code), Is.EquivalentTo(new[] { "aaaaaaaaaaa", "bbbbbbbbbbb" }));
        Assert.That(found.Single(link => link.Code == "bbbbbbbbbbb"), Is.EqualTo(await Stage.Links.FindAsync("bbbbbbbbbbb", default)));
    }

    [Test]
    public async Task A_link_knows_when_the_network_lets_it_lapse()
    {
        var deal = Some.PlannedDeal();
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [deal with { Link = deal.Link with { ExpiresAt = Some.Morning.AddDays(30) } }] }, default);

        var link = (await Stage.Links.FindAsync("aaaaaaaaaaa", default))!;

        Assert.That(link.ExpiresAt, Is.EqualTo(Some.Morning.AddDays(30)));
        Assert.That(link.IsValid(Some.Morning.AddDays(30).AddTicks(-1), days: 60), Is.True);
        Assert.That(link.IsValid(Some.Morning.AddDays(30), days: 60), Is.False);
        Assert.That(link.IsValid(Some.Morning.AddDays(7), days: 7), Is.False);
    }

    [Test]
    public async Task A_link_that_its_chat_blocks_has_its_command()
    {
        var deal = Some.PlannedDeal();
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [deal with { Link = deal.Link with { Command = "￥AbCdEfG￥" } }] }, default);

        Assert.That((await Stage.Links.FindAsync("aaaaaaaaaaa", default))!.Command, Is.EqualTo("￥AbCdEfG￥"));
    }

    [TestCase("zzzzzzzzzzz")]
    [TestCase("")]
    [TestCase("' OR 1=1 --")]
    public async Task A_code_that_was_never_given_out_leads_nowhere(string code)
    {
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [Some.PlannedDeal()] }, default);

        Assert.That(await Stage.Links.FindAsync(code, default), Is.Null);
    }

    [Test]
    public async Task Every_byte_of_the_target_is_kept()
    {
        var target = new Uri("https://union-click.jd.com/jdc?e=618%7Cpc&p=JF8BAM0%3D&t=W1dCFlkQCxxKQgFHREkdSVJKSQVJHFRXFk9FUlpGQUpLCVxaVxNUHRcJ");
        var deal = Some.PlannedDeal();
        await Stage.Outbox.PlanAsync(Some.Post() with { Deals = [deal with { Link = deal.Link with { Url = target } }] }, default);

        Assert.That((await Stage.Links.FindAsync("aaaaaaaaaaa", default))!.Target.AbsoluteUri, Is.EqualTo(target.AbsoluteUri));
    }
}
