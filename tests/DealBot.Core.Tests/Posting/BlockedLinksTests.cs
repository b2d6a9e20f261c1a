using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;

namespace DealBot.Core.Tests.Posting;

/// <summary>Groups whose chat blocks a network's links, from the slot to what the redirect finds.</summary>
public sealed class BlockedLinksTests
{
    private const string Command = "￥AbCdEfGh234￥";

    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp()
    {
        _stage = new PostingStage();
        _stage.Config.Edit(GroupsFile.Name, "\"id\": \"mama-1\",", "\"id\": \"mama-1\", \"blockedNetworks\": [\"jd\"],");
        _stage.WriteTemplate("copy/default.sbn-txt", "{{ for deal in deals }}{{ deal.title }} {{ deal.command ? deal.command_hint + ' ' + deal.command : deal.link }}\n{{ end }}");
        _stage.Network.Convert = Commanded;
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task The_copy_shows_the_command_and_how_to_use_it_and_the_poster_leads_to_our_own_page()
    {
        await _stage.OfferAsync(Some.Deal("1", title: "纸尿裤"));
        _stage.WriteTemplate("posters/classic.sbn-svg", "<svg>{{ deal.link }}</svg>");

        var post = Planned(await PostAsync("mama-1"));

        Assert.That(post.Messages[^1], Is.EqualTo(StoredMessage.OfText($"纸尿裤 复制口令，打开对应的 App {Command}")));
        Assert.That(_stage.Rasterizer.Drawn[^1], Does.Contain($"https://d.example/g/{post.Deals.Single().Code}"));
        var link = (await new LinkStore(_stage.Database).FindAsync(post.Deals.Single().Code, default))!;
        Assert.That((link.Command, link.Target), Is.EqualTo((Command, post.Deals.Single().Link.Url)));
    }

    [Test]
    public async Task A_group_that_opens_the_links_is_asked_no_command_for()
    {
        await _stage.OfferAsync(Some.Deal("1", title: "纸尿裤"));

        var post = Planned(await PostAsync("mama-2"));

        Assert.That(_stage.Network.Asked.Single().WantsCommand, Is.False);
        Assert.That(post.Messages[^1].Text, Is.EqualTo($"纸尿裤 https://d.example/g/{post.Deals.Single().Code}"));
        Assert.That((await new LinkStore(_stage.Database).FindAsync(post.Deals.Single().Code, default))!.Command, Is.Null);
    }

    [Test]
    public async Task Without_a_command_the_next_best_deal_is_posted()
    {
        await _stage.OfferAsync(Some.Deal("1", rate: 20), Some.Deal("2"));
        _stage.Network.Convert = request => request.Deal.Key.ItemId == "1" ? FakeNetwork.Converted(request) : Commanded(request);

        var post = Planned(await PostAsync("mama-1"));

        Assert.That(post.Deals.Single().Deal.Key.ItemId, Is.EqualTo("2"));
        Assert.That(_stage.Network.Asked.Select(request => (request.Deal.Key.ItemId, request.WantsCommand)), Is.EqualTo(new[] { ("1", true), ("2", true) }));
    }

    [Test]
    public async Task A_link_that_nobody_could_open_is_not_posted_at_all()
    {
        await _stage.OfferAsync(Some.Deal("1"));
        _stage.Network.Convert = FakeNetwork.Converted;

        var skipped = ((SlotOutcome.Skipped)await PostAsync("mama-1")).Post;

        Assert.That(skipped.Reason.Text.Zh, Does.Contain("口令"));
        Assert.That(_stage.Query<long>("SELECT COUNT(*) FROM post_deals").Single(), Is.Zero);
    }

    [Test]
    public async Task Length_counts_the_command_too()
    {
        await _stage.OfferAsync(Some.Deal("1", title: "纸尿裤"));
        _stage.Network.Convert = request => WithCommand(request, $"￥{new string('A', 600)}￥");
        _stage.Adapter.Limits = new AdapterLimits { Kinds = MessageKinds.Text, TextLength = 500 };

        Assert.That(((SlotOutcome.Skipped)await PostAsync("mama-1")).Post.Reason.Text.Zh, Does.Contain("500"));
    }

    private static LinkResult Commanded(LinkRequest request) => request.WantsCommand ? WithCommand(request, Command) : FakeNetwork.Converted(request);

    private static LinkResult WithCommand(LinkRequest request, string command) =>
        new LinkResult.Converted(((LinkResult.Converted)FakeNetwork.Converted(request)).Link with { Command = command });

    private static PlannedPost Planned(SlotOutcome outcome)
    {
        Assert.That(outcome, Is.InstanceOf<SlotOutcome.Planned>(), $"{outcome}");
        return ((SlotOutcome.Planned)outcome).Post;
    }

    private Task<SlotOutcome> PostAsync(string group) => _stage.Poster.PostAsync(_stage.Slot(group), PostKind.Slot, null, mayDefer: false, default);
}
